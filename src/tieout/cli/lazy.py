"""A group of commands that reads a command's file only when it is asked for: `tieout check` must start at once."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from tieout.cli.answers import refuse
from tieout.errors import TieoutError
from tieout.protection.watch import unwatch


class LazyGroup(click.Group):
    """`modules` names, for each command, the module whose `command` it is. The order is the order of the help."""

    def __init__(self, name: str, modules: Mapping[str, str], help: str) -> None:
        super().__init__(
            name, help=help, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
        )
        self._modules = modules

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an expected fault ends the run with one line and code 2."""
        unwatch()
        try:
            return super().invoke(ctx)
        except TieoutError as fault:
            refuse(str(fault))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; a word near to one is told what was probably meant."""
        from difflib import get_close_matches

        near = () if args[0] in self._modules else get_close_matches(args[0], self._modules, 1, 0.7)
        if near:
            ctx.fail(f"No such command '{args[0]}', did you mean {near[0]}?")
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names, as listed."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, or None when there is none."""
        module = self._modules.get(cmd_name)
        if module is None:
            return None
        command: click.Command = import_module(module).command
        return command
