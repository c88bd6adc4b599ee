"""Expected faults, each one line a user can act on. Anything else that escapes is a bug."""

from __future__ import annotations

_SHOWN = {
    **{code: 0x2400 + code for code in range(0x20)},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), 0xFFFD),
    **dict.fromkeys((0x200E, 0x200F, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
}
"""Characters that a terminal obeys instead of showing them, and what is shown for each: a picture of it, or U+FFFD."""


_SHOWN_LINES = {code: sign for code, sign in _SHOWN.items() if code not in (0x09, 0x0A)}


def shown(text: str, *, lines: bool = False) -> str:
    """Words of a document or the name of a file, for a terminal: as long as before, and nothing in them acts.

    With `lines`, line ends and tabulators stay what they are.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_SHOWN_LINES if lines else _SHOWN)


def writable(text: str) -> str:
    """Text that can be written as UTF-8: file names may hold bytes that are none, which become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


class TieoutError(Exception):
    """A fault that is reported in one line: which file, what is wrong, what to do."""


class UnreadableError(TieoutError):
    """A file that could not be read. `path` as given, `what` is wrong, `remedy` says what to do."""

    def __init__(self, path: str, what: str, remedy: str) -> None:
        super().__init__(f"{shown(path)}: {what}; {remedy}")
        self.path, self.what, self.remedy = path, what, remedy

    def __reduce__(self) -> tuple[type[UnreadableError], tuple[str, str, str]]:
        """How it travels between processes."""
        return UnreadableError, (self.path, self.what, self.remedy)


class UsageError(TieoutError):
    """A wrong option, setting or argument (exit code 2)."""


class ProtectedError(TieoutError):
    """A protected name in something that was about to leave; it says where and how many, never which."""
