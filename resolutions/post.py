"""The ways a mail leaves: printed on the console, handed to an SMTP server, or kept in the outbox."""

import smtplib
import sys
from collections.abc import Mapping
from email.message import EmailMessage
from typing import Any

from resolutions.lifecycle.posting import Send
from resolutions.records.account import OutboxMessage


def written(message: OutboxMessage, sender: str) -> EmailMessage:
    """The mail as it goes over the wire; a line break in an address or a subject is refused by its class."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = message.recipient
    mail["Subject"] = message.subject
    mail["Message-ID"] = f"<outbox-{message.id}@{sender.rpartition('@')[2] or 'localhost'}>"
    mail.set_content(message.text)
    return mail


def _console(config: Mapping[str, Any]) -> Send:
    def send(message: OutboxMessage) -> None:
        mail = written(message, config["MAIL_SENDER"])
        print(f"--- mail ---\n{mail.as_string()}\n--- end ---", file=sys.stderr, flush=True)

    return send


def _smtp(config: Mapping[str, Any]) -> Send:
    def send(message: OutboxMessage) -> None:
        with smtplib.SMTP(config["SMTP_HOST"], config["SMTP_PORT"], timeout=20) as server:
            if config["SMTP_STARTTLS"]:
                server.starttls()
            if config["SMTP_USER"]:
                server.login(config["SMTP_USER"], config["SMTP_PASSWORD"])
            server.send_message(written(message, config["MAIL_SENDER"]))

    return send


def sender(config: Mapping[str, Any]) -> Send | None:
    """The way that the configuration names; none when mails are to stay in the outbox."""
    ways = {"console": _console, "smtp": _smtp}
    way = ways.get(config["MAIL_BACKEND"])
    return way(config) if way is not None else None
