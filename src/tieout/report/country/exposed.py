"""Who is exposed to what harm, and what protection there is said to be: the matrix of a COI report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tieout.evidence.records.exposure import Exposure
from tieout.evidence.records.protection import Protection
from tieout.report.country.items import ExposedItem, ExposureItem, Matrix, ProtectionItem
from tieout.report.country.listing import Listing

_REPORTED = "reported"
"""The voice of a document's own report."""


def matrix(exposures: Sequence[Exposure], listing: Listing) -> Matrix:
    """The matrix: groups of people with most sentences first, harms likewise."""
    w = listing.words
    harms = [id for id, _ in Counter(harm for one in exposures for harm in one.harms).most_common()]
    people = [id for id, _ in Counter(who for one in exposures for who in one.exposed).most_common()]
    rows = []
    for who in people:
        held = [one for one in exposures if who in one.exposed]
        counts = tuple(sum(harm in one.harms for one in held) for harm in harms)
        rows.append(ExposedItem(who, w.name("exposed", who), counts, tuple(_exposure(one, listing) for one in held)))
    return Matrix(tuple(w.name("harm", harm) for harm in harms), tuple(rows))


def protections(found: Iterable[Protection], listing: Listing) -> tuple[ProtectionItem, ...]:
    """The means of protection, those of one kind together."""
    w = listing.words
    return tuple(
        ProtectionItem(
            w.name("means", one.means),
            w.name("standing", one.status),
            one.status,
            listing.whole(one),
            _tags(one, listing),
            listing.filtered([one.doc], [one.date]),
        )
        for one in sorted(found, key=lambda one: (w.name("means", one.means), one.doc, one.start))
    )


def _exposure(one: Exposure, listing: Listing) -> ExposureItem:
    w = listing.words
    return ExposureItem(
        ", ".join(w.name("harm", harm) for harm in one.harms),
        ", ".join(w.name("exposed", actor) for actor in one.actors),
        listing.whole(one),
        _tags(one, listing),
        listing.filtered([one.doc], [one.date]),
    )


def _tags(one: Exposure | Protection, listing: Listing) -> tuple[str, ...]:
    """How it is said, where the document does not say it itself: relayed, seen, an opinion."""
    return () if one.voice == _REPORTED else (listing.words.name("voice", one.voice),)
