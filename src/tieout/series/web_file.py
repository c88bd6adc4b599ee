"""A file on the web, read by ranges of bytes, so that of a large table only what is wanted comes."""

from __future__ import annotations

import io
import re
from http.client import HTTPException
from typing import IO, Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

_SECONDS = 60
_TOTAL = re.compile(r"bytes \d+-\d+/(\d+)\Z")


class _SameHost(HTTPRedirectHandler):
    """Follows a server to another page of its own, never to another host: the user named only this one."""

    def redirect_request(self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str) -> Any:
        if urlsplit(newurl).netloc != urlsplit(req.full_url).netloc:
            raise URLError(f"it sends on to {urlsplit(newurl).netloc}, which you did not name; give that address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class WebFile(io.RawIOBase):
    """Read-only and seekable. OSError when the server does not answer, or does not serve parts of files."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address
        self._opener = build_opener(_SameHost)
        self._at = 0
        _, head = self._part(0, 0)
        self._size = head

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def tell(self) -> int:
        """Where the next read begins."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to a place in the file."""
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        return self._at

    def read(self, size: int = -1) -> bytes:
        """The next bytes, all that are left when no size is given."""
        end = self._size if size is None or size < 0 else min(self._size, self._at + size)
        if end <= self._at:
            return b""
        data, _ = self._part(self._at, end - 1)
        self._at += len(data)
        return data

    def _part(self, first: int, last: int) -> tuple[bytes, int]:
        """Some bytes, and how many the file has."""
        request = Request(self._address, headers={"Range": f"bytes={first}-{last}"})  # noqa: S310 -- http(s), see remote
        try:
            with self._opener.open(request, timeout=_SECONDS) as answer:
                total = _TOTAL.match(answer.headers.get("Content-Range") or "")
                if answer.status != 206 or total is None:
                    raise OSError("the server does not serve parts of files; fetch the file, then add it")
                return answer.read(), int(total[1])
        except HTTPException as fault:
            raise OSError(f"the server's answer is broken ({type(fault).__name__})") from None
