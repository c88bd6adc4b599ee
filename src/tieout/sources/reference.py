"""References back (`ibid.`, `op. cit.`, `supra note 4`): which earlier citation each stands for, if it is certain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tieout.sources.citations.draft import Draft
from tieout.sources.words import fold


@dataclass(frozen=True, slots=True)
class NoteDrafts:
    """A note's label and drafts, in text order; `lost` when its text is gone."""

    label: str
    drafts: Sequence[Draft]
    lost: bool


def resolve(notes: Iterable[NoteDrafts]) -> None:
    """Fill what references back do not say from the items they stand for; `ibid.` behind a lost note stays bare."""
    seen: list[tuple[str, Draft]] = []
    before: Draft | None = None
    for note in notes:
        if note.lost:
            before = None
            continue
        for draft in note.drafts:
            if draft.back is not None:
                meant = _meant(draft, before, seen)
                if meant is not None:
                    _take(draft, meant)
            if draft.title or draft.author:
                seen.append((note.label, draft))
                before = draft
            else:
                before = None


def _meant(draft: Draft, before: Draft | None, seen: Sequence[tuple[str, Draft]]) -> Draft | None:
    if draft.back in ("ibid", "same"):
        return before
    same_author = [(label, d) for label, d in seen if draft.author is None or _is_author(draft.author, d.author)]
    if draft.back == "supra" and draft.back_note:
        noted = [d for label, d in same_author if label == draft.back_note]
        return noted[0] if len(noted) == 1 or (noted and draft.author) else None
    if draft.author is None:
        return None
    titled = [d for _, d in same_author if draft.title and fold(d.title or "").startswith(fold(draft.title))]
    own = titled or ([d for _, d in same_author] if draft.title is None else [])
    return own[-1] if own else None


def _is_author(said: str, author: str | None) -> bool:
    """Whether an author is the one said: the same, or one whose surname is said."""
    one, other = fold(said), fold(author or "")
    return bool(one) and (one == other or other.startswith(one + " ") or other.endswith(" " + one))


def _take(draft: Draft, meant: Draft) -> None:
    draft.author = meant.author
    draft.title = meant.title
    draft.date = draft.date or meant.date
    draft.date_text = draft.date_text or meant.date_text
    draft.url = draft.url or meant.url
    draft.container, draft.journal = meant.container, meant.journal
    draft.interview, draft.person = meant.interview, meant.person
    draft.translation = meant.translation
    if draft.back == "ibid" and draft.pages is None:
        draft.pages = meant.pages
