"""The answer of `tieout check` as SARIF 2.1.0, the format of viewers and code-review services.

Offsets are characters (`columnKind` says so); lines and columns are given for text files only, where they are the
file's own. Same input, same bytes: no clock, no random names. Without quotes no words of the documents are in it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from tieout.checks.check import Checked
from tieout.checks.finding import Evidence, Finding
from tieout.checks.imprint import Imprint, imprints
from tieout.checks.lines import not_tied
from tieout.checks.manual import explain
from tieout.checks.places import TEXT_FORMATS, Places
from tieout.checks.register import rules
from tieout.checks.rule import Rule
from tieout.checks.voice import Voice
from tieout.checks.wire import Said, claim_record
from tieout.reading.document import Document
from tieout.sources.noted import name_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "tieoutFact/v1"
"""Hash of a finding's rule, words, proof and context: it survives edits elsewhere and another format of the draft."""
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_MIME = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "epub": "application/epub+zip",
    "rtf": "application/rtf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def sarif(checked: Checked, *, quotes: bool = True, lang: str = "en") -> dict[str, Any]:
    """The log. Where a baseline was given each result is unchanged or new."""
    writer = _Writer(checked, quotes, Voice(lang))
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(lang)},
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {"executionSuccessful": True, "toolExecutionNotifications": list(writer.notifications())}
                ],
                "results": writer.results(),
                "artifacts": writer.artifacts(),
                **writer.claims(),
            }
        ],
    }


def _driver(lang: str) -> dict[str, Any]:
    return {
        "name": "Tieout",
        "version": version("tieout"),
        "language": lang,
        "rules": [_descriptor(rule) for rule in rules()],
    }


def _descriptor(rule: Rule) -> dict[str, Any]:
    name = "".join(word.capitalize() for word in rule.name.split("-"))
    return {
        "id": rule.code,
        "name": name,
        "shortDescription": {"text": f"{rule.summary[:1].upper()}{rule.summary[1:]}."},
        "fullDescription": {"text": rule.page},
        "help": {"text": explain(rule.code)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.name, f"family-{rule.code[0]}"]},
    }


def _artifact(document: Document) -> dict[str, Any]:
    out: dict[str, Any] = {"location": {"uri": _uri(document.path)}, "hashes": {"sha-256": document.sha256}}
    if document.format in _MIME:
        out["mimeType"] = _MIME[document.format]
    return out


def _uri(path: str) -> str:
    """A path as a relative or `file:` URI."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(os.fsencode(pure.as_posix()))


class _Writer:
    """Writes the results of one check; holds the documents by path."""

    def __init__(self, checked: Checked, quotes: bool, voice: Voice) -> None:
        self.checked, self.quotes, self.voice = checked, quotes, voice
        self.drafts = {r.document.path: r.document for r in checked.readings}
        self.texts = {held.document.path: held for held in checked.texts}
        cited = {e.doc for f in (*checked.result.findings, *checked.result.silenced) for e in f.evidence}
        cited |= {e.doc for claim in checked.claims for e in claim.evidence}
        self.documents = self.drafts | {path: h.document for path, h in self.texts.items() if path in cited}
        self.index = {path: number for number, path in enumerate(self.documents)}
        self.places = {path: Places(document) for path, document in self.documents.items()}
        self.rule_index = {rule.code: number for number, rule in enumerate(rules())}

    def artifacts(self) -> list[dict[str, Any]]:
        """The documents checked, then the texts of the library that something is proved from."""
        return [_artifact(document) for document in self.documents.values()]

    def claims(self) -> dict[str, Any]:
        """The sentences held against the library, as in the JSON answer; nothing where there is no library."""
        if not self.checked.claims:
            return {}
        said: Said = (lambda words: words) if self.quotes else (lambda _: None)
        return {"properties": {"claims": [claim_record(claim, said) for claim in self.checked.claims]}}

    def results(self) -> list[dict[str, Any]]:
        """Every finding, silenced ones as suppressed results."""
        findings = [*self.checked.result.findings, *self.checked.result.silenced]
        entries = imprints(findings, self.checked.readings)
        return [self._result(f, _print(entry)) for f, entry in zip(findings, entries, strict=True)]

    def notifications(self) -> Iterable[dict[str, Any]]:
        """What was not read or not checked."""
        for fault in self.checked.unreadable:
            yield _notification(self.voice.fault(fault), "error", fault.path)
        for document in self.drafts.values():
            for loss in document.losses:
                said = self.voice.put(loss.message) if self.quotes else loss.kind
                yield _notification(f"{document.path}: {said} ({loss.count})", "warning", document.path)
        for left in self.checked.result.not_checked:
            name = f"{left.code} {left.name}: " if left.code else ""
            yield _notification(f"{name}{self.voice.put(left.reason, list(self.drafts))}", "note")
        for line in not_tied(self.checked, self.voice):
            yield _notification(line, "note")

    def _result(self, finding: Finding, fingerprint: str) -> dict[str, Any]:
        out: dict[str, Any] = {
            "ruleId": finding.rule,
            "ruleIndex": self.rule_index[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.wording(quotes=self.quotes)},
            "locations": [{"physicalLocation": self._place(finding)}],
            "partialFingerprints": {FINGERPRINT: fingerprint},
            "properties": {"id": finding.id},
        }
        if finding.evidence:
            out["relatedLocations"] = [
                {"id": number, "physicalLocation": self._place(evidence), "message": {"text": self._role(evidence)}}
                for number, evidence in enumerate(finding.evidence)
            ]
        known = any(stamp.standing == "known" for stamp in finding.stamps)
        if self.checked.result.healed is not None:
            out["baselineState"] = "unchanged" if known else "new"
        suppressions = self._suppressions(finding)
        if suppressions:
            out["suppressions"] = suppressions
        decisions = [
            {"decision": s.standing, "reason": s.reason if self.quotes else None, "who": s.who, "at": s.at}
            for s in finding.stamps
            if s.who
        ]
        if decisions:
            out["properties"]["decisions"] = decisions
        return out

    def _role(self, evidence: Evidence) -> str:
        """What a related location is: evidence, or the words of a source, which is named where quotes may be."""
        if evidence.doc not in self.texts:
            return "evidence"
        return f"source: {name_of(self.texts[evidence.doc])}" if self.quotes else "source"

    def _suppressions(self, finding: Finding) -> Sequence[Mapping[str, str]]:
        kinds = {"silenced": "inSource", "dismissed": "external"}
        return [
            {
                "kind": kinds[stamp.standing],
                "status": "accepted",
                "justification": (stamp.reason or "") if self.quotes else "",
            }
            for stamp in finding.stamps
            if stamp.standing in kinds
        ]

    def _place(self, of: Finding | Evidence) -> dict[str, Any]:
        location: dict[str, Any] = {"uri": _uri(of.doc)}
        if of.doc in self.index:
            location["index"] = self.index[of.doc]
        return {"artifactLocation": location, "region": self._region(of)}

    def _region(self, of: Finding | Evidence) -> dict[str, Any]:
        region: dict[str, Any] = {"charOffset": of.start, "charLength": of.end - of.start}
        document = self.documents.get(of.doc)
        if document is not None and document.format in TEXT_FORMATS:
            first, last = self.places[of.doc].spot(of.start), self.places[of.doc].spot(of.end)
            region |= {
                "startLine": first.line, "startColumn": first.column, "endLine": last.line, "endColumn": last.column
            }  # fmt: skip
        if self.quotes:
            region["snippet"] = {"text": of.text}
        return region


def _print(entry: Imprint) -> str:
    return f"{entry.fact}{entry.before[:8]}{entry.after[:8]}:{entry.nth + 1}"


def _notification(text: str, level: str, path: str | None = None) -> dict[str, Any]:
    out: dict[str, Any] = {"message": {"text": text}, "level": level}
    if path is not None:
        out["locations"] = [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}]
    return out
