"""Expected faults, each one line a user can act on. Anything else that escapes is a bug."""

from __future__ import annotations


class TieoutError(Exception):
    """A fault that is reported in one line: which file, what is wrong, what to do."""


class UnreadableError(TieoutError):
    """A file that could not be read. `path` as given, `what` is wrong, `remedy` says what to do."""

    def __init__(self, path: str, what: str, remedy: str) -> None:
        super().__init__(f"{path}: {what}; {remedy}")
        self.path, self.what, self.remedy = path, what, remedy

    def __reduce__(self) -> tuple[type[UnreadableError], tuple[str, str, str]]:
        """How it travels between processes."""
        return UnreadableError, (self.path, self.what, self.remedy)


class UsageError(TieoutError):
    """A wrong option, setting or argument (exit code 2)."""
