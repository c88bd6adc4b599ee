"""Tables elsewhere: queried where they stand, only the counts kept, no password stored, one line when it fails."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from series.made import spec
from tieout.errors import UnreadableError, UsageError
from tieout.series.remote import is_remote, without_secrets
from tieout.series.store import Store

ROWS = [("2024-01-05", "PE-LAL"), ("2024-01-05", "PE-LAL"), ("2024-01-09", "PE-CAL"), ("2024-02-01", "Atlantis")]
EVENTS = spec(rows_are="event", step="day")


class _Parts(BaseHTTPRequestHandler):
    """Serves `folder` by ranges, and counts the bytes; `/whole/` without ranges, `/away/` sends on to another host."""

    folder: Path
    sent = 0

    def do_GET(self) -> None:
        if self.path.startswith("/breaks/") and type(self).sent > 20:
            self.send_response(500)
            self.end_headers()
            return
        if self.path.startswith("/away/"):
            self.send_response(302)
            self.send_header("Location", "http://elsewhere.invalid/x.parquet")
            self.end_headers()
            return
        data = (self.folder / Path(self.path).name).read_bytes()
        first, _, last = self.headers["Range"].removeprefix("bytes=").partition("-")
        part = data if self.path.startswith("/whole/") else data[int(first) : int(last) + 1]
        self.send_response(200 if part is data else 206)
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(data)}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        self.wfile.write(part)
        type(self).sent += len(part)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    """A server of Parquet files."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {"date": [day for day, _ in ROWS], "place": [place for _, place in ROWS]}
    bulk = [os.urandom(200_000) for _ in ROWS]
    pq.write_table(pa.table({**columns, "bulk": bulk}), tmp_path / "x.parquet")
    (tmp_path / "bad.parquet").write_bytes(b"no parquet at all")
    _Parts.folder, _Parts.sent = tmp_path, 0
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Parts)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_of_a_parquet_file_on_the_web_only_what_is_wanted_comes(web: str, tmp_path: Path) -> None:
    made = Store(tmp_path / "data").add_remote(f"{web}/x.parquet", EVENTS)
    assert (made.loaded.rows, dict(made.loaded.counts)) == (3, {"unknown_place": 1})
    assert made.file == f"{web}/x.parquet"
    assert _Parts.sent < (tmp_path / "x.parquet").stat().st_size / 4


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("bad.parquet", "cannot be read as Parquet"),
        ("whole/x.parquet", "does not serve parts of files"),
        ("breaks/x.parquet", "broke off|cannot be read"),
        ("away/x.parquet", "elsewhere.invalid, which you did not name"),
    ],
)
def test_what_the_web_does_not_give_is_one_line(web: str, tmp_path: Path, path: str, fault: str) -> None:
    with pytest.raises(UnreadableError, match=fault) as caught:
        Store(tmp_path / "data").add_remote(f"{web}/{path}", EVENTS)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://example.org/x.csv", "only Parquet"),
        ("ftp://example.org/x.parquet", "only https, http and postgresql"),
        ("postgresql://someone:secret@example.org/db", "name the table as --table"),
    ],
)
def test_what_is_not_queried_in_place_is_refused_unasked(tmp_path: Path, address: str, fault: str) -> None:
    with pytest.raises(UsageError, match=fault) as caught:
        Store(tmp_path / "data").add_remote(address, EVENTS)
    assert "secret" not in str(caught.value)


def test_passwords_are_left_out() -> None:
    assert without_secrets("postgresql://me:pw@host:5433/db?sslmode=require") == "postgresql://host:5433/db"
    assert is_remote("https://x/y.parquet")
    assert not is_remote("C:/x.csv")


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    """A database of its own on a socket, gone at the end."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is not installed")
        pytest.skip("PostgreSQL is not installed")
    binaries = programs[-1].parent
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)

    def run(*command: str) -> None:
        subprocess.run(command, check=True, user=user, cwd=folder, capture_output=True, env={"LC_ALL": "C"})

    data = str(folder / "data")
    run(str(binaries / "initdb"), "-D", data, "-U", "postgres", "-A", "trust")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    run(str(binaries / "pg_ctl"), "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    address = f"postgresql://postgres@/postgres?host={folder}"
    values = ", ".join(f"('{day}', '{place}')" for day, place in ROWS)
    table = "CREATE SCHEMA open; CREATE TABLE open.events (date date, place text)"
    run(str(binaries / "psql"), address, "-c", f"{table}; INSERT INTO open.events VALUES {values}")
    yield address
    run(str(binaries / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder, ignore_errors=True)


def test_a_table_of_postgresql_is_counted_where_it_stands(postgresql: str, tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    made = store.add_remote(postgresql, EVENTS, table="open.events")
    assert (made.loaded.rows, dict(made.loaded.counts)) == (3, {"unknown_place": 1})
    assert store.add_remote(postgresql, EVENTS, table="open.events").sha256 == made.sha256
    assert made.file == "postgresql:///postgres open.events"


@pytest.mark.parametrize(
    ("table", "of", "fault"),
    [
        ("open.nothing", EVENTS, "does not answer"),
        ('events"; DROP TABLE open.events; --', EVENTS, "does not answer"),
        ("open.events", spec(), "has no column 'count'"),
    ],
)
def test_what_postgresql_does_not_have_is_one_line(
    postgresql: str, tmp_path: Path, table: str, of: object, fault: str
) -> None:
    with pytest.raises((UnreadableError, UsageError), match=fault) as caught:
        Store(tmp_path / "data").add_remote(postgresql, of, table=table)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)
