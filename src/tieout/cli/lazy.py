"""A group of commands that reads a command's file only when it is asked for: `tieout check` must start at once."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from tieout.cli.answers import refuse
from tieout.errors import TieoutError


class LazyGroup(click.Group):
    """`modules` names, for each command, the module whose `command` it is. The order is the order of the help."""

    def __init__(self, name: str, modules: Mapping[str, str], help: str) -> None:
        super().__init__(
            name, help=help, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
        )
        self._modules = modules

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an expected fault ends the run with one line and code 2."""
        try:
            return super().invoke(ctx)
        except TieoutError as fault:
            refuse(str(fault))

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
