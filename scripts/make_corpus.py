"""Makes a corpus of any size for measuring builds (docs/scale.md): stretches of real documents, recombined.

    python scripts/make_corpus.py ../shared/docs corpus --documents 1000 --characters 4000

The same arguments give the same files. The texts are of use for speed alone: what they say together is nobody's.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from tieout.language.detect import language_of

Section = list[str]


def main() -> None:
    """Write the corpus."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("source", type=Path, help="folder of text files")
    parser.add_argument("out", type=Path, help="folder for the corpus")
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--characters", type=int, default=4000, help="of a document, about")
    asked = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(asked.source.glob("*.txt"))]
    by_language = [paragraphs(texts, language) for language in ("en", "es")]
    asked.out.mkdir(parents=True, exist_ok=True)
    for number in range(asked.documents):
        chance = random.Random(number)  # noqa: S311 (no secret)
        # Its number makes a document one of its own, where the same paragraphs come up again.
        text = "\n\n".join((f"Document {number:06d}", *stretches(by_language[number % 2], asked.characters, chance)))
        folder = asked.out / f"{number // 1000:03d}"
        folder.mkdir(exist_ok=True)
        (folder / f"document_{number:06d}.txt").write_text(f"{text}\n", encoding="utf-8")


def paragraphs(texts: Sequence[str], language: str) -> list[Section]:
    """The paragraphs of each text of a language."""
    return [split(text) for text in texts if language_of(text) == language]


def split(text: str) -> Section:
    """The paragraphs of a text: of some lines, or a line each where no line is blank."""
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return parts if len(parts) > 5 else [line.strip() for line in text.splitlines() if line.strip()]


def stretches(sections: Sequence[Section], characters: int, chance: random.Random) -> Iterator[str]:
    """Some neighbouring paragraphs of one text, then of another, until there are enough."""
    left = characters
    while left > 0:
        section = chance.choice(sections)
        start = chance.randrange(len(section))
        for paragraph in section[start : start + chance.randint(3, 8)]:
            yield paragraph
            left -= len(paragraph)
            if left <= 0:
                return


if __name__ == "__main__":
    main()
