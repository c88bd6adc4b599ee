"""Protected names never get out: not in text, notes, annexes, properties or ids; nor through a draft."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from report.draft import made
from tieout.cli import app
from tieout.report.draft.build import examine, report
from tieout.workspace.workspace import Workspace, open_workspace

NAME = "Quispe Example"
SETTINGS = made.SETTINGS.replace("[workspace]\n", f'[workspace]\nprotect = ["R. {NAME}", "{NAME}"]\n')
ALL = "".join(
    f"\n## Part {kind} {{-}}\n\n```{{tieout {kind}}}\n```\n"
    for kind in ("searched", "abbreviations", "sources", "quotations")
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The two texts, one of which names somebody who is to be protected."""
    return made.workspace(tmp_path_factory.mktemp("protected"), SETTINGS)


def leaks(data: bytes) -> bool:
    """Whether the name stands anywhere in what was made, packed or not."""
    texts = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts += [archive.read(name) for name in archive.namelist()]
            texts += [name.encode() for name in archive.namelist()]
    if data.startswith(b"%PDF"):
        import pypdfium2

        document = pypdfium2.PdfDocument(data)
        texts += [page.get_textpage().get_text_range().encode() for page in document]
        texts += [str(document.get_metadata_dict()).encode()]
    bare = [re.sub(rb"<[^>]*>", b"", text) for text in texts]
    return any(re.search(rb"Quispe\s+Example", text, re.IGNORECASE) for text in (*texts, *bare))


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["report", *map(str, arguments)])
    return result.exit_code, result.output


@pytest.mark.parametrize("format", ["docx", "html", "pdf"])
def test_no_part_of_a_report_holds_the_name(held: Workspace, tmp_path: Path, format: str) -> None:
    draft = made.drafted(tmp_path, f"## A\n\nThere were 412 thefts [@letter-2024].\n{ALL}")
    data = report(examine(draft, held)).bytes(format)
    assert not leaks(data)
    if format == "html":
        assert "withheld" in data.decode()


def test_a_withheld_record_cannot_be_cited(held: Workspace, tmp_path: Path) -> None:
    hidden = next(figure for figure in held.figures if figure.text == "17")
    draft = made.drafted(tmp_path, f"## A\n\nThere were 17 thefts [@f:{hidden.id}].\n")
    found = examine(draft, held)
    assert any("no record of the workspace has this id" in fault for fault in found.faults)
    assert not any(NAME in fault for fault in found.faults)


@pytest.mark.parametrize(
    ("head", "text"),
    [
        (made.HEAD, f"R. {NAME} saw thefts [@letter-2024]."),
        (made.HEAD, f"Words.[^1]\n\n[^1]: As {NAME} said [@letter-2024]."),
        (made.HEAD, f"That is 24 more [@own, says {NAME}]."),
        (made.HEAD.replace("The Desk", NAME), "Words."),
        (made.HEAD.replace("Theft in the ports", f"The story of {NAME}"), "Words."),
        (made.HEAD, f"[Words]{{#{NAME.replace(' ', '-').lower()}}}."),
        (made.HEAD, "Quispe *Example* saw it [@letter-2024]."),
    ],
)
@pytest.mark.parametrize("format", ["docx", "html", "pdf"])
def test_a_draft_that_names_it_is_not_built(held: Workspace, tmp_path: Path, head: str, text: str, format: str) -> None:
    draft = made.drafted(tmp_path, f"## A\n\n{text}\n", head)
    code, said = run("build", draft, "-w", held.path, "--to", format, "--allow-errors")
    target = draft.with_suffix(f".{format}")
    # An address inside the report is no word of it, and no part of the name stands in it as it is written.
    assert code == 2 or ("{#" in text and not leaks(target.read_bytes())), said
    assert NAME not in said


def test_a_name_in_a_comment_is_not_printed(held: Workspace, tmp_path: Path) -> None:
    draft = made.drafted(tmp_path, f"## A\n\n<!-- ask R. {NAME} again -->\n\nWords.\n")
    code, _ = run("build", draft, "-w", held.path)
    assert code == 0
    assert not any(leaks(draft.with_suffix(end).read_bytes()) for end in (".docx", ".pdf", ".html"))


def test_suggestions_leave_it_out(held: Workspace) -> None:
    terms = held.path.parent / "sources" / "terms.md"
    for format in ("text", "md", "json"):
        code, said = run("suggest", "-w", held.path, "--terms", terms, "--format", format)
        assert code == 0
        assert NAME not in said
        assert "17" not in re.findall(r"\b17\b", said)


def test_the_workspace_itself_still_has_it(held: Workspace) -> None:
    assert any(NAME in part.document.text for _, part in open_workspace(held.path).parts())
