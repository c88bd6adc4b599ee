"""Tieout in Spanish: every rule's example, every line that the code may say, numbers, and the documents' own words."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.desk import FALL, PLAIN, RISE, checked, markdown
from checks.examples import noted
from checks.spoken import spoken
from tieout.checks.lines import report
from tieout.checks.messages import MESSAGES
from tieout.checks.register import rules
from tieout.checks.request import Request
from tieout.checks.rule import Rule
from tieout.checks.run import run
from tieout.checks.voice import LANGUAGES, Voice, lines, phrases
from tieout.errors import UnreadableError
from tieout.evidence.corpus import ReadCorpus
from tieout.report.formats import FORMATS

ES = Voice("es")
SAME = frozenset(
    [
        "total",
        "publisher",
        "author",
        "url",
        "key",
        "error",
        "excel",
        "word",
        "libreoffice",
        "ocrmypdf",
        "ocr",
        "pdf",
        "docx",
        "odt",
        "rtf",
        "epub",
        "xlsx",
        "html",
        "markdown",
        "zip",
        "tieout",
        "toml",
        "tesseract",
        "drm",
        "mhtml",
        "altchunk",
        "opendocument",
        "office",
        "postscript",
        "parquet",
        "txt",
        "limits",
        "seconds",
        "memory_mb",
        "ocr_seconds",
        "file",
        "out",
        "mb",
        "xls",
        "doc",
        "xlsb",
        "ods",
        "date",
        "country",
        "language",
        "title",
        "pe",
        "km",
        "gzip",
        "bzip",
        "rar",
        "kg",
    ]
)
"""Words that are the same in Spanish, names and what stands in files."""
ENGLISH = re.compile(
    r"\b(the|of|and|is|are|was|were|not|that|this|which|with|from|for|than|more|less|least|most|no longer|years?|days?|"
    r"months?|percent|points?|between|every|parts?|rise|fall|range|mean|stated|against|about|or|an|on|in|by|to|as|at|it|its)\b",
    re.IGNORECASE,
)
"""Words that only English has. (`no` and `a` are Spanish too.)"""


@pytest.mark.parametrize(
    ("said", "own", "put"),
    [
        ("35 percent from 469 to 562", ["35 percent", "469", "562"], "35 percent de 469 a 562"),
        ("(562 − 469) / 469 = 19.8 percent", [], "(562 − 469) / 469 = 19,8 %"),
        ("1,310 + 185 = 12,495.5, against 1,234,567", [], "1310 + 185 = 12\u202f495,5, frente a 1\u202f234\u202f567"),
        ("0.005 of 9.9, in 2 parts", [], "0,005 de 9,9, en 2 partes"),
        ("19 of 9 office", ["9"], "19 de 9 office"),
        ("1.495 of 2,000", ["1.495"], "1.495 de 2000"),
        ("at least 2 percentage points", [], "al menos 2 puntos porcentuales"),
        ("named “of the days”, v. 1.2.3, 2025-03-01", [], "nombrados “of the days”, v. 1.2.3, 2025-03-01"),
        ("no library given (--against)", [], "no se dio una biblioteca (--against)"),
        ("", [], ""),
    ],
)
def test_english_is_put_into_spanish(said: str, own: list[str], put: str) -> None:
    assert ES.put(said, own) == put
    assert Voice("en").put(said, own) == said


def test_hostile_words_come_through_as_they_are() -> None:
    own = ["of \ue000 the", "{0} percent", "\\1 of"]
    assert ES.put(f"{own[1]} of {own[2]}", own) == f"{own[1]} de {own[2]}"
    assert ES.put("\ue000 of \ue005") == " de "


@settings(max_examples=100, deadline=None)
@given(own=st.lists(st.text(alphabet="aof the1,.5%\n–ñ{}\\\ue001", min_size=1, max_size=12), max_size=4))
def test_the_documents_words_are_never_changed(own: list[str]) -> None:
    said = [" ".join(words.split()) for words in own]
    # A document whose whole words are “of” keeps Tieout's own “of” English: nothing tells the two apart.
    kept = [words.replace("\ue001", "") for words in said if words.replace("\ue001", "") != "of" and words]
    put = ES.put(" = ".join(f"7 of “{words}”" for words in kept), kept)
    assert put == " = ".join(f"7 de “{words}”" for words in kept)


def in_spanish(text: str) -> str:
    """What the check of an English text says in Spanish, without the text's own words."""
    reading = noted(text)
    result = run(ReadCorpus((reading,)), {}, Request(lang="es"))
    said = []
    for finding in result.findings:
        line = finding.message
        for words in sorted({finding.text, *(e.text for e in finding.evidence)}, key=len, reverse=True):
            line = line.replace(" ".join(words.split()), "…")
        said.append(line)
    for tie in result.ties:
        # A tie of dates states the sentence itself.
        line = f"{tie.stated} | {tie.computed}" if tie.stated not in text else tie.computed
        for member in sorted(tie.members, key=lambda m: -len(m.text)):
            line = line.replace(" ".join(member.text.split()), "…")
        said.append(line)
    return re.sub(r"“[^”]*”|`[^`]*`", "…", "\n".join(said))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_no_english_is_left_in_any_rules_example(rule: Rule) -> None:
    for text in (rule.bad, rule.good):
        found = ENGLISH.search(in_spanish(text))
        assert not found, f"{found and found[0]!r} in: {in_spanish(text)}"


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_has_its_message_in_spanish(rule: Rule) -> None:
    english, spanish = MESSAGES["en"][rule.code], MESSAGES["es"][rule.code]
    assert set(re.findall(r"\{\w+\}", english)) == set(re.findall(r"\{\w+\}", spanish))


@pytest.mark.parametrize("said", sorted({said for _, said in spoken()}))
def test_every_line_of_the_code_is_in_the_phrase_book(said: str) -> None:
    put = ES.put(said.replace("{}", "7"))
    left = set(re.findall(r"[a-z_]{2,}", put.lower())) & set(re.findall(r"[a-z_]{2,}", said.lower())) - SAME
    known = {word for phrase in phrases("es").values() for word in re.findall(r"[a-z_]{2,}", phrase.lower())}
    assert not left - known, f"add to src/tieout/checks/data/phrases_es.toml what {said!r} is in Spanish"


def test_both_languages_say_every_line() -> None:
    for key, entry in lines().items():
        assert sorted(entry) == sorted(LANGUAGES), key
        assert len({tuple(sorted(re.findall(r"\{\w+\}", text))) for text in entry.values()}) == 1, key
        assert len({text.count("|") for text in entry.values()}) == 1, key


def test_the_whole_answer_is_spanish(tmp_path: Path) -> None:
    broken = markdown(tmp_path, RISE, FALL, "A note.[^7]", "```\ncode 12\n```")
    answer = checked(broken, tmp_path / "missing.pdf", lang="es", select=("A", "D"))
    said = "\n".join(line for line in report(answer, quotes=False, lang="es"))
    said = re.sub(r"[a-z]+(-[a-z]+)+", "", said.replace(str(tmp_path), ""))
    assert not ENGLISH.search(said), said
    assert "Observaciones: 2 errores." in said
    assert "no existe ese archivo; revise el nombre y la carpeta" in said


def test_the_page_is_spanish(tmp_path: Path) -> None:
    answer = checked(markdown(tmp_path, RISE, PLAIN), lang="es")
    page = FORMATS["html"](answer, lang="es")
    assert '<html lang="es"' in page
    assert "(562 − 469) / 469 = 19,8 %" in page
    panel = re.sub(
        r"<style>.*?</style>|<script>.*?</script>|<article.*?</article>|<q.*?</q>", "", page, flags=re.DOTALL
    )
    words = re.sub(r"<[^>]*>|[a-z]+(-[a-z]+)+|--[a-z-]+|35 percent", " ", panel)
    found = ENGLISH.search(words)
    assert not found, words[max(0, found.start() - 60) : found.end() + 60]


def test_a_fault_is_told_in_spanish_and_its_path_is_left_alone() -> None:
    fault = UnreadableError("of the file.pdf", "it is larger than 2,000 MB", "split it")
    assert ES.fault(fault) == "of the file.pdf: es más grande que 2000 MB; divídalo"
    assert Voice("en").fault(fault) == str(fault)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_the_language_changes_words_and_nothing_else(rule: Rule) -> None:
    reading = noted(rule.bad)

    def bare(lang: str) -> list[tuple[object, ...]]:
        result = run(ReadCorpus((reading,)), {}, Request(lang=lang))
        found = [(f.id, f.rule, f.severity, f.start, f.evidence) for f in result.findings]
        return [*found, *((t.kind, t.verdict, t.reason, t.members) for t in result.ties)]

    assert bare("es") == bare("en")


def test_english_is_untouched() -> None:
    reading = noted(f"{RISE} {FALL}")
    plain = run(ReadCorpus((reading,)))
    assert run(ReadCorpus((replace(reading),)), {}, Request(lang="en")) == plain
