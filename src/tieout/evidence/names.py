"""The names of sources in a sentence: where one begins and ends, whether it can be a source, whose data it is.

It works on the words of one sentence; what hands a statement to a name is read in `speech.py`.
"""

from __future__ import annotations

import re

from tieout.evidence.saying import Saying
from tieout.language.phrases import is_possessive, tokens_of

ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ&.-]+s?$")
_LONGEST = 14
"""Words a name may have."""

Name = tuple[int, int]
"""First and last token of a name."""


class Names:
    """The tokens of one sentence and the names among them; names are token indices, first and last."""

    def __init__(self, text: str, start: int, end: int, language: str, words: Saying) -> None:
        self._text = text
        self._words = words
        self.tokens = tokens_of(text, start, end, language)

    def at(self, offset: int) -> int:
        """The first token from an offset on."""
        return next((i for i, token in enumerate(self.tokens) if token.start >= offset), len(self.tokens))

    def kind(self, at: int) -> str:
        """The class of a token's word, empty outside the sentence."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def word(self, at: int) -> str:
        """A token's word in lower case, empty outside the sentence."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def is_passive(self, verb: int) -> bool:
        """Whether a form of `be` stands in front of a verb: `was reported` names no one."""
        at = verb - 1
        while self.kind(at) == "adverb":
            at -= 1
        return self.word(at) in self._words.being

    def is_anaphor(self, at: int, name: Name | None) -> bool:
        """Whether a name is but `it` or `the same source`, with its article."""
        if at < 0:
            return False
        last = name[1] if name is not None else self._phrase_end(at)
        first = at - 1 if self.kind(at - 1) == "determiner" else at
        if last >= len(self.tokens):
            return False
        text = self._text[self.tokens[first].start : self.tokens[last].end].lower()
        return self._words.anaphor.match(text) is not None and self.word(last + 1) not in self._words.of

    def _phrase_end(self, at: int) -> int:
        end = at
        while self.kind(end) in ("determiner", "pronoun") and self.kind(end + 1) in ("noun", "pronoun"):
            end += 1
        while self.kind(end + 1) == "noun" and self.kind(end) != "noun":
            end += 1
        return end

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self.tokens[first].start, self.tokens[last].end

    def is_capital(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self._text[self.tokens[at].start].isupper()

    def _is_nominal(self, at: int) -> bool:
        if not 0 <= at < len(self.tokens):
            return False
        token = self.tokens[at]
        if token.kind == "determiner" and self._words.body.match(token.word):
            return True  # a genitive: `prosecutor's office`
        return token.kind in ("noun", "name") or (
            self.is_capital(at) and token.kind in ("past", "gerund", "determiner") and at > 0
        )

    def has_data(self, first: int, name: tuple[int, int]) -> bool:
        """Whether words for data stand around a name: `statistics by the ministry`, `ministry data`."""
        near = self.tokens[max(0, first) : name[1] + 2]
        return any(self._words.data.match(t.word) for t in near)

    def behind(self, at: int) -> Name | None:
        """The source named from token `at` on, as (first, last) tokens."""
        while self.kind(at) in ("determiner", "number", "adverb") and not (self.is_capital(at) or self._is_nominal(at)):
            at += 1
        end = at
        while end < len(self.tokens) and end - at < _LONGEST and (self._is_nominal(end) or self._connects(end)):
            end += 1
        if end == at:
            return None
        first, last = at, end - 1
        if any(self._is_data(i) for i in range(first, last + 1)):
            return self._owner(first, last)
        return self._trimmed(first, last) if self._is_source(first, last) else None

    def _connects(self, at: int) -> bool:
        """Whether a small word joins two capitalised parts of a name."""
        back = at - 1
        while self.word(back) in self._words.connectors and back > at - 3:
            back -= 1
        if self.tokens[at].word not in self._words.connectors or not self._is_nominal(back):
            return False
        after = at + 1
        while (
            after < len(self.tokens)
            and after - at < 3
            and self.tokens[after].word in self._words.connectors
            and not self.is_capital(after)
        ):
            after += 1
        if self._words.body.match(self.tokens[back].word) and {self.word(back + 1)} & {"of", "de", "del"}:
            return self._is_nominal(after)
        return self.is_capital(after) and self._is_nominal(after) and self.is_capital(back)

    def _owner(self, first: int, last: int) -> Name | None:
        """Whose data it is: `Public Ministry statistics`, `data collected by the network`."""
        at = next(i for i in range(first, last + 1) if self._is_data(i))
        while first < at and self.word(first) in self._words.nobody and not self._is_title(first):
            first += 1
        named = at > 1 or self._is_acronym(first) or self._words.body.match(self.word(first))
        if at > first and named and any(self.is_capital(i) for i in range(first, at)):
            return self._trimmed(first, at - 1)  # `Official figures` has but the capital of its sentence
        follow = at + 1
        while (
            follow < len(self.tokens)
            and self.tokens[follow].kind in ("past", "noun", "adverb", "time", "number")
            and follow - at < 5
            and not self.is_capital(follow)
        ):
            follow += 1
        for near in range(follow, min(follow + 4, len(self.tokens))):
            if self.tokens[near].word in self._words.of:
                found = self.behind(near + 1)
                if found is not None:
                    return found
        if at > first and any(self._words.body.match(t.word) for t in self.tokens[first:at]):
            return first, at
        return None

    def _is_source(self, first: int, last: int) -> bool:
        """Whether a run of words names someone who can be a source: a kind of body, a survey, a capitalised name."""
        tokens = self.tokens[first : last + 1]
        if any(self._words.body.match(t.word) or self._words.survey.match(t.word) for t in tokens):
            return True
        return any(self.is_capital(i) and self.tokens[i].kind == "name" for i in range(first, last + 1))

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        """A name without the country in front of it (`Peru's Financial Intelligence Unit`)."""
        if is_possessive(self.tokens[first]) and last - first >= 2 and self.is_capital(first):
            first += 1
        while last > first and self.tokens[last].word in self._words.connectors:
            last -= 1
        for at in range(last - 1, first - 1, -1):
            plain = self.kind(at) == "noun" and not self.is_capital(at)
            if plain and all(self.is_capital(i) for i in range(at + 1, last + 1)):
                return at + 1, last
        return first, last

    def before(self, verb: int, *, felt: bool = False) -> Name | None:
        """The subject of a verb of saying; asides between it and the verb are stepped over.

        `felt`: the speaker is the verb's object (`al Comité le preocupa`).
        """
        last = verb - 1
        while last >= 0 and (
            self.tokens[last].kind in ("auxiliary", "adverb") or self.tokens[last].word in ("le", "les", "se", "nos")
        ):
            last -= 1
        for _ in range(2):
            last = self._before_aside(last)
        if last < 0:
            return None
        if self.tokens[last].kind == "pronoun":
            return (last, last) if self.tokens[last].word in ("it", "he", "she", "they", "él", "ella") else None
        if self._is_document(last) and self.word(last - 1) == ")":
            last = self._before_aside(last - 1)
        first = last
        while first >= 0 and last - first < _LONGEST and (self._is_nominal(first) or self._joins_back(first)):
            first -= 1
        first += 1
        while first <= last and not self._is_nominal(first):
            first += 1
        if first > last:
            return None
        article = first - 1 if self.kind(first - 1) == "determiner" else first
        if self.kind(article - 1) == "preposition" and not (felt and self.word(article - 1) in self._words.to):
            about = article - 2
            if not self._is_document(about):
                return None
            return self.before(about + 1)
        if self._is_data(last):
            return self._owner(first, last)
        return self._trimmed(first, last)

    def _is_data(self, at: int) -> bool:
        """Whether a word for data stands at a token, not as a part of a name (`Statistics Office`)."""
        return self._words.data.match(self.tokens[at].word) is not None and (at == 0 or not self.is_capital(at))

    def _is_title(self, at: int) -> bool:
        """Whether a capital is a name's (`Public Ministry statistics`), not only the sentence's (`Public figures`)."""
        return self.is_capital(at) and (at > 0 or self.is_capital(at + 1))

    def _is_acronym(self, at: int) -> bool:
        token = self.tokens[at]
        return ACRONYM.match(self._text[token.start : token.end]) is not None

    def _is_document(self, at: int) -> bool:
        word = self.word(at)
        return bool(self._words.data.match(word) or self._words.survey.match(word))

    def _before_aside(self, last: int) -> int:
        """The token before an aside that ends at `last` (`, a research centre,` or `(PNP)`)."""
        if last < 1 or self.tokens[last].word not in (",", ")"):
            return last
        mark = "(" if self.tokens[last].word == ")" else ","
        for index in range(last - 1, max(-1, last - 25), -1):
            if self.tokens[index].word == mark:
                return index - 1
        return last

    def _joins_back(self, at: int) -> bool:
        """Whether a small word inside a subject joins parts of one name, read from the right."""
        if self.tokens[at].word not in self._words.connectors or at == 0:
            return False
        if self.tokens[at].kind == "determiner":
            return self.tokens[at - 1].word in ("of", "for", "on", "de", "para", "y", "and") and self._is_nominal(
                at - 2
            )
        if not self._is_nominal(at - 1):
            return False
        if self.tokens[at].word in ("of", "de", "del"):
            near = (self.word(at - 1), self.word(at - 2))
            return self.is_capital(at - 1) or any(self._words.body.match(word) for word in near)
        return self.is_capital(at - 1) and (self.is_capital(at + 1) or self.tokens[at + 1].kind == "determiner")

    def may_speak(self, name: tuple[int, int], names: bool) -> bool:
        """Whether a subject can be a source: a body, a survey, an acronym; for verbs of saying any name (`names`)."""
        first, last = name
        tokens = self.tokens[first : last + 1]
        if any(self._words.body.match(t.word) or self._words.survey.match(t.word) for t in tokens):
            return True
        raw = [self._text[t.start : t.end] for t in tokens]
        if any(ACRONYM.match(word) and len(word) > 2 for word in raw):
            return True
        capitals = sum(self.is_capital(i) for i in range(first, last + 1))
        return names and (capitals > 1 or (capitals == 1 and len(tokens) == 1 and self.kind(first) == "name"))
