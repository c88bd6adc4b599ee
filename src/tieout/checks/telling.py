"""Ties in the language that Tieout speaks: what they state and compute is English as made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tieout.checks.voice import Voice
from tieout.ties.plain import bare
from tieout.ties.tie import Member, Tie


def told(tie: Tie, lang: str) -> Tie:
    """The tie with its two lines in a language; the very same tie for English."""
    if lang == "en":
        return tie
    voice = Voice(lang)
    return replace(
        tie,
        stated=voice.put(tie.stated, own_words(tie.members, "stated")),
        computed=voice.put(tie.computed, own_words(tie.members, "computed")),
    )


def own_words(members: Iterable[Member], field: str) -> list[str]:
    """The words of the document that a line about these members may hold.

    In arithmetic (`computed`) a number that we write as the document does is ours, and takes our form.
    """
    return [
        m.text for m in members if field != "computed" or m.figure is None or " ".join(m.text.split()) != bare(m.figure)
    ]
