"""The country page as HTML: every link leads somewhere, everything is escaped, both languages say all."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from report.country.made_country import small
from tieout.cli import app
from tieout.language.tables import LANGUAGES
from tieout.report.country.quoting import Quoting
from tieout.report.country.sentence import Sentences
from tieout.report.country.site import Wanted, page_of, write_country
from tieout.report.words import entries
from tieout.workspace.workspace import Workspace


class Page(HTMLParser):
    """What a page links to, and what can be linked to in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.ids += [id for id in [said.get("id")] if id]
        self.links += [link for link in [said.get("href")] if link and tag == "a"]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))


@pytest.fixture(scope="module")
def site(peru: Workspace, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site") / "site"
    return write_country(peru, Wanted(), out).parent


def test_every_link_leads_to_a_place_that_is_there(site: Path) -> None:
    pages: dict[Path, Page] = {}
    home = Page((site / "index.html").read_text(encoding="utf-8"))
    assert len(home.links) > 50
    for link in home.links:
        name, _, anchor = link.partition("#")
        path = site / (name or "index.html")
        assert path.is_file(), link
        place = anchor.partition(":~:")[0]
        if place:
            page = pages.setdefault(path, Page(path.read_text(encoding="utf-8")))
            assert place in page.ids, link


def test_ids_are_unique_and_headings_in_order(site: Path) -> None:
    home = Page((site / "index.html").read_text(encoding="utf-8"))
    assert len(home.ids) == len(set(home.ids))
    assert home.headings[0] == 1
    assert all(after - before <= 1 for before, after in zip(home.headings, home.headings[1:], strict=False))


def test_documents_are_hostile(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_the_same_input_gives_the_same_bytes(peru: Workspace, site: Path) -> None:
    assert page_of(peru, Wanted()) == (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_in_each_language(language: str, peru: Workspace) -> None:
    text = page_of(peru, Wanted(language=language))
    assert f'<html lang="{language}"' in text
    expected = {"en": "Extortion and protection racketeering", "es": "Extorsión y cobro de protección"}
    assert expected[language] in text


def test_every_word_is_there_in_both_languages() -> None:
    for family, held in entries("tieout.report.country").items():
        for key, said in held.items():
            assert set(said) == set(LANGUAGES), f"{family}.{key}"
            fields = {code: set(re.findall(r"{(\w+)}", text)) for code, text in said.items()}
            assert fields["en"] == fields["es"], f"{family}.{key}"


def test_a_quote_is_cut_round_what_matters(peru: Workspace) -> None:
    quoting = Quoting(peru, "en")
    part = peru.part("watch.md")
    figure = next(f for f in part.figures if f.text == "450")
    sentence = Sentences(peru.reading("watch.md")).at(figure.start, figure.end)
    assert sentence is not None
    shown = quoting.sentence(sentence, [figure])
    assert [text for text, marked in shown.pieces if marked] == ["450"]
    assert "".join(text for text, _ in shown.pieces) == sentence.text
    assert shown.address.endswith(f"#r-{figure.id}")


def test_a_sentence_that_is_no_record_opens_at_its_words(peru: Workspace) -> None:
    sentence = next(s for s in Sentences(peru.reading("watch.md")).all if s.text.startswith("Street vendors"))
    shown = Quoting(peru, "en").sentence(sentence)
    assert shown.address.endswith("#:~:text=Street%20vendors%20in%20the%20port,to%20armed%20men%20every%20week.")


def run(*words: str, code: int = 0) -> Result:
    outcome = CliRunner().invoke(app, ["country", *words])
    assert outcome.exit_code == code, outcome.output
    return outcome


def test_the_command_writes_the_site(tmp_path: Path) -> None:
    held = small(tmp_path)
    said = run("-w", str(held.path), "--lang", "es").output.strip()
    assert said == str(held.path / "site" / "index.html")
    assert Path(said).stat().st_mode & 0o777 == 0o600


def test_follow_up_beside_the_documents_is_found(tmp_path: Path) -> None:
    held = small(tmp_path)
    first = held.records("recommendation")[0]
    note = f'["{first.id}"]\nstatus = "in_part"\ndate = 2025-06-30\nnote = "Half of it <b>done</b>."\n'
    (tmp_path / "documents" / "followup.toml").write_text(note, encoding="utf-8")
    text = page_of(held, Wanted())
    assert "done in part" in text and "Half of it &lt;b&gt;done&lt;/b&gt;." in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["Atlantis"], "no country of this code or name"),
        (["PER", "--framework", "no-such"], "no such framework"),
        (["PER", "--scores", "no.csv"], "no.csv"),
        (["PER", "--previous", "old.csv"], "name the newer table"),
        (["PER", "--followup", "no.toml"], "no such file of follow-up"),
        (["PER", "-w", "nowhere.tieout"], "no workspace is there"),
    ],
)
def test_wrong_use_is_one_line(words: list[str], said: str, peru: Workspace) -> None:
    where = [] if "-w" in words else ["-w", str(peru.path)]
    assert said in run(*words, *where, code=2).output


def test_scores_are_shown_with_rank_and_change(peru: Workspace, tmp_path: Path) -> None:
    tables = []
    for name, score in (("old.csv", "5.0"), ("new.csv", "6.5")):
        rows = ["iso3,indicator,score", f"PER,human_trafficking,{score}", "ECU,human_trafficking,7.0"]
        (tmp_path / name).write_text("\n".join(rows) + "\n", encoding="utf-8")
        tables.append(tmp_path / name)
    text = page_of(peru, Wanted(scores=tables[1], previous=tables[0]))
    assert "+1.50 since the edition before" in text
    assert '<svg class="score"' in text
