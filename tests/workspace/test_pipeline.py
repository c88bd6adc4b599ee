"""The pipeline: the same tables whatever runs it, one bad document costs no other, addresses are read when given."""

from __future__ import annotations

import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pyarrow.parquet as pq
import pytest

from tieout.errors import UsageError
from tieout.workspace import pipeline
from tieout.workspace.build import build
from tieout.workspace.making import Task, make
from tieout.workspace.rows.schema import TABLES
from tieout.workspace.workspace import open_workspace

PAPERS = {
    "a.md": "Police counted 1,200 thefts in 2023 and 1,500 in 2024, an increase of 25 percent.\n",
    "b/c.html": "<html><body><h1>Ports</h1><p>In Lima 310 robberies were reported in May 2024.</p></body></html>",
    "d.txt": "La policía registró 45 secuestros en 2023. No se dispone de cifras de 2024.\n",
    "tieout.toml": '[workspace]\ntitle = "Ports"\n',
}


def written(folder: Path) -> Path:
    for name, text in PAPERS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.ray
def test_both_runners_make_the_same_tables(tmp_path: Path) -> None:
    folder, native, ray = written(tmp_path / "papers"), tmp_path / "native.tieout", tmp_path / "ray.tieout"
    build(folder, native)
    program = "from tieout.cli import main; main()"
    command = [sys.executable, "-c", program, "build", str(folder), "--out", str(ray), "--runner", "ray"]
    run = subprocess.run(command, check=False, capture_output=True, text=True, timeout=400)
    assert run.returncode == 0, run.stderr
    one, two = open_workspace(native), open_workspace(ray)
    for name in TABLES:
        assert pq.read_table(two.table(name)).to_pylist() == pq.read_table(one.table(name)).to_pylist(), name
    assert [(e.doc, e.key, e.sha256) for e in two.entries] == [(e.doc, e.key, e.sha256) for e in one.entries]


def test_a_mistake_of_ours_on_one_document_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(path: Path, task: Task) -> bool:
        if path.name == "a.md":
            raise KeyError("of ours")
        return make(path, task)

    monkeypatch.setattr(pipeline, "make", failing)
    folder = written(tmp_path / "papers")
    (folder / "b" / "c.html").unlink()
    built = build(folder, tmp_path / "papers.tieout")
    assert [entry.doc for entry in built.manifest.entries] == ["d.txt"]
    (unread,) = built.manifest.unread
    assert "Tieout failed on it (KeyError: 'of ours'); please report it" in unread.why


def test_what_was_made_before_a_build_ended_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, out = written(tmp_path / "papers"), tmp_path / "papers.tieout"

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("tieout.workspace.build.write_tables", full)
        with pytest.raises(OSError, match="No space"):
            build(folder, out)
    built = build(folder, out)
    assert (built.read, built.derived, len(built.manifest.entries)) == (0, 0, 3)


def test_without_daft_one_line_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "daft", None)
    with pytest.raises(UsageError, match=r"Daft is not installed; .* pip install 'tieout\[workspace\]'"):
        build(written(tmp_path / "papers"), tmp_path / "papers.tieout")
    assert not (tmp_path / "papers.tieout").exists()


def test_daft_tells_nobody_of_its_use() -> None:
    program = (
        "import urllib.request\n"
        "def asked(*a, **k): raise SystemExit('the network was asked')\n"
        "urllib.request.urlopen = asked\n"
        "from tieout.workspace.engine import started\n"
        "daft = started('native')\n"
        "from daft.scarf_telemetry import opted_out\n"
        "assert opted_out()\n"
        "daft.from_pydict({'a': [1]}).collect()\n"
    )
    run = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, text=True, timeout=100)
    assert run.returncode == 0, run.stderr


def same_but_for_roots(one: Path, two: Path) -> None:
    first, second = open_workspace(one), open_workspace(two)
    assert [part for _, part in first.parts()] == [part for _, part in second.parts()]
    assert (first.scope, first.entries) == (second.scope, second.entries)


def test_documents_at_a_file_address(tmp_path: Path) -> None:
    folder, out = written(tmp_path / "papers"), tmp_path / "copy.tieout"
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing more")
    built = build(folder.as_uri(), out)
    assert (built.read, [root.path for root in built.manifest.roots]) == (3, [folder.as_uri()])
    assert [one.why.partition(": ")[0] for one in built.manifest.unread] == [f"{folder.as_uri()}/broken.pdf"]
    assert not (out / ".copies").exists()
    again = build(folder.as_uri(), out)
    assert (again.read, again.derived, again.changed) == (0, 0, False)
    (folder / "broken.pdf").unlink()
    build(folder, tmp_path / "papers.tieout")
    build(folder.as_uri(), out)
    same_but_for_roots(out, tmp_path / "papers.tieout")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The papers in a bucket of a server on this machine that answers as S3 does."""
    files = {f"peru/{name}": text.encode() for name, text in PAPERS.items()}
    files["peru/../../escaped.md"] = b"Nobody counted 12."

    class Bucket(http.server.BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

        def do_GET(self) -> None:
            asked, key = parse_qs(urlsplit(self.path).query), unquote(urlsplit(self.path).path).partition("/bucket/")[2]
            if "list-type" in asked:
                inside = [name for name in files if name.startswith(asked["prefix"][0])]
                rows = "".join(f"<Contents><Key>{n}</Key><Size>{len(files[n])}</Size></Contents>" for n in inside)
                space = "http://s3.amazonaws.com/doc/2006-03-01/"
                body = f"<ListBucketResult xmlns='{space}'><IsTruncated>false</IsTruncated>{rows}</ListBucketResult>"
                self._answer(body.encode())
            else:
                self._answer(files[key])

        def _answer(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Bucket)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{server.server_port}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    yield "s3://bucket/peru"
    server.shutdown()


def test_documents_in_a_bucket(bucket: str, tmp_path: Path) -> None:
    build(bucket, tmp_path / "bucket.tieout")
    build(written(tmp_path / "papers"), tmp_path / "papers.tieout")
    same_but_for_roots(tmp_path / "bucket.tieout", tmp_path / "papers.tieout")
    assert not list(tmp_path.parent.glob("**/escaped.md"))


@pytest.mark.parametrize("name", ["empty", "missing"])
def test_an_address_without_documents_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match=r"nothing can be read there|no documents are there"):
        build((tmp_path / name).as_uri(), tmp_path / "x.tieout")
    assert not (tmp_path / "x.tieout").exists()
