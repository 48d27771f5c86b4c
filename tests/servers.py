"""Fixtures of the real servers that tests talk to."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import postgres


@pytest.fixture(scope="session")
def postgres_url(worker_id: str) -> Iterator[str]:
    """An empty PostgreSQL database of this worker's own."""
    if given := os.environ.get("DATABASE_URL_TEST"):
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="resolutions-postgres-"))
    folder.chmod(0o755)
    with postgres.start(folder) as server:
        yield server.create("test")
