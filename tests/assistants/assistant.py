"""A client of the server, made by the official SDK, as plain functions for tests."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import anyio
from mcp import Client, StdioServerParameters, stdio_client
from mcp_types import CallToolResult, Tool

from tieout.mcp.desk import Desks
from tieout.mcp.server import TieoutServer


class Asked:
    """The answer of one call: `is_error`, `text` and the structured `answer`."""

    def __init__(self, result: CallToolResult) -> None:
        self.is_error = bool(result.is_error)
        (block,) = result.content
        assert block.type == "text"
        self.text = block.text
        self.answer: dict[str, Any] = result.structured_content or {}

    @property
    def results(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.answer["results"]
        return found


class Assistant:
    """Asks one server, in memory."""

    def __init__(self, workspace: Path) -> None:
        self._desks = Desks(workspace)

    def ask(self, tool: str, /, **arguments: Any) -> Asked:
        async def call() -> CallToolResult:
            async with Client(TieoutServer(self._desks)) as client:
                return await client.call_tool(tool, arguments)

        asked = Asked(anyio.run(call))
        if not asked.is_error:
            assert json.loads(asked.text)["note"] == asked.answer["note"]
        return asked

    def tools(self) -> list[Tool]:
        async def call() -> list[Tool]:
            async with Client(TieoutServer(self._desks)) as client:
                return list((await client.list_tools()).tools)

        return anyio.run(call)


def over_stdio(
    folder: Path, calls: list[tuple[str, dict[str, Any]]], *, mode: str = "auto"
) -> tuple[list[str], list[Asked]]:
    """The names of the tools, and the answers of a server of its own process, started as an assistant starts it."""

    async def talk() -> tuple[list[str], list[Asked]]:
        server = StdioServerParameters(
            command=sys.executable, args=["-m", "tieout", "mcp", "--workspace", str(folder)], cwd=folder.parent
        )
        async with Client(stdio_client(server), mode=mode) as client:
            names = [tool.name for tool in (await client.list_tools()).tools]
            return names, [Asked(await client.call_tool(name, arguments)) for name, arguments in calls]

    return anyio.run(talk)
