import socket
import threading
from contextvars import Context
from datetime import UTC, datetime, timedelta

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message
from flask import Flask
from sqlalchemy import select

from resolutions import post
from resolutions.lifecycle import posting
from resolutions.records.account import OutboxMessage
from resolutions.records.base import session

AT = datetime(2026, 5, 11, 8, 0, tzinfo=UTC)
CONFIG = {
    "MAIL_SENDER": "congress@federation.example",
    "SMTP_HOST": "127.0.0.1",
    "SMTP_STARTTLS": False,
    "SMTP_USER": "",
    "SMTP_PASSWORD": "",
    "MAIL_BACKEND": "smtp",
}


def waiting(count: int = 1, subject: str = "E-1 admitted") -> None:
    """Put mails into the outbox."""
    for number in range(count):
        session().add(
            OutboxMessage(
                recipient=f"p{number}@a.example", subject=subject, text="Read it: é ж ا", written_at=AT
            )
        )
    session().commit()


def states() -> list[tuple[str, int]]:
    """State and tries of every mail."""
    return [
        (m.state, m.attempts) for m in session().scalars(select(OutboxMessage).order_by(OutboxMessage.id))
    ]


def test_a_mail_goes_out_once(app: Flask) -> None:
    waiting()
    sent: list[str] = []
    for _ in range(2):
        posting.deliver(lambda message: sent.append(message.subject), AT)
    assert (sent, states()) == (["E-1 admitted"], [("sent", 1)])


def test_a_failed_mail_is_tried_again_after_a_longer_pause_each_time_and_then_given_up(app: Flask) -> None:
    waiting()

    def fail(message: OutboxMessage) -> None:
        raise ConnectionError("refused")

    at, tried = AT, []
    for _ in range(200):
        before = states()[0][1]
        posting.deliver(fail, at)
        if states()[0][1] > before:
            tried.append(int((at - AT).total_seconds() // 60))
        at += timedelta(minutes=1)
    assert tried == [0, 1, 3, 7, 15, 31]
    assert states() == [("dead", 6)]
    assert session().scalars(select(OutboxMessage.last_error)).one() == "ConnectionError: refused"


def test_two_workers_never_send_the_same_mail(app: Flask) -> None:
    waiting(15)
    sent: list[int] = []

    def work() -> None:
        with app.app_context():
            posting.deliver(lambda message: sent.append(message.id), AT)

    threads = [threading.Thread(target=Context().run, args=(work,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sent) == len(set(sent)) == 15


def test_a_mail_left_half_sent_by_a_dead_worker_is_taken_up_again(app: Flask) -> None:
    waiting()
    message = session().scalars(select(OutboxMessage)).one()
    message.state, message.attempts, message.tried_at = "sending", 1, AT
    session().commit()
    assert posting.deliver(lambda _: None, AT + timedelta(minutes=5)) == 0
    assert posting.deliver(lambda _: None, AT + timedelta(minutes=11)) == 1


def test_it_arrives_at_a_real_server_in_every_script(app: Flask) -> None:
    arrived: list[tuple[str, str]] = []

    class Keep(Message):
        def handle_message(self, message: object) -> None:
            arrived.append((message["To"], message.get_payload(decode=True).decode()))

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(Keep(), hostname="127.0.0.1", port=port)
    server.start()
    try:
        waiting()
        assert posting.deliver(post.sender({**CONFIG, "SMTP_PORT": port}), AT) == 1
    finally:
        server.stop()
    assert [(to, text.strip()) for to, text in arrived] == [("p0@a.example", "Read it: é ж ا")]


def test_a_line_break_in_a_subject_cannot_smuggle_a_header(app: Flask) -> None:
    message = OutboxMessage(id=1, recipient="a@b.example", subject="Hello\r\nBcc: all@b.example", text="")
    with pytest.raises(ValueError, match="(?i)header|newline|linefeed|return"):
        post.written(message, "x@y.example")
