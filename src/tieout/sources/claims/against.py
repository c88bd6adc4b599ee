"""A library to hold drafts against: every sentence of a draft, judged once, whoever asks."""

from __future__ import annotations

from collections.abc import Sequence

from tieout.evidence.corpus import Reading
from tieout.sources.claims.claim import Claim
from tieout.sources.claims.draft import Statement, statements
from tieout.sources.claims.judge import claim_of, judge
from tieout.sources.claims.speakers import Speakers
from tieout.sources.holdings import Holdings
from tieout.sources.read import sources_of


class Against:
    """The texts at hand and the claims already judged. `complete`: the library holds all that a draft may cite."""

    def __init__(self, holdings: Holdings, *, complete: bool = False) -> None:
        self.holdings = holdings
        self.complete = complete
        self._claims: dict[tuple[str, str], tuple[Claim, ...]] = {}

    def claims(self, reading: Reading) -> Sequence[Claim]:
        """The claims of a draft, in text order."""
        path = reading.document.path
        key = (path, reading.document.sha256)
        if key not in self._claims:
            documents = {held.document.path: held.document for held in self.holdings.texts}
            speakers = Speakers({**documents, path: reading.document})
            found = statements(reading, sources_of(reading.document), self.holdings, complete=self.complete)
            self._claims[key] = tuple(self._judged(statement, speakers) for statement in found)
        return self._claims[key]

    def _judged(self, statement: Statement, speakers: Speakers) -> Claim:
        line = statement.line
        match statement.standing:
            case "lost":
                return claim_of(line, "text_missing", "note_lost")
            case "elsewhere":
                return claim_of(line, "text_missing", "source_not_at_hand")
            case "unknown":
                return claim_of(line, "not_found", "citation_unknown")
            case "uncited" if not self.complete:
                return claim_of(line, "no_evidence_needed", "not_cited")
            case "cited":
                return judge(line, self.holdings, speakers, statement.items, closed=statement.closed)
            case _:
                return judge(line, self.holdings, speakers)
