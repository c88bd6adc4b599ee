"""Daft, as Tieout uses it: silent, offline unless the user names an address, on this machine or on Ray.

It is imported here alone, because it would otherwise tell its makers of every import.
"""

from __future__ import annotations

import logging
import os
from typing import Any, Literal

from tieout.errors import UsageError

Runner = Literal["native", "ray"]
_QUIET = {
    "DO_NOT_TRACK": "true",
    "SCARF_NO_ANALYTICS": "true",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
}


def loaded() -> Any:
    """The module `daft`. UsageError with what to install when it is missing."""
    os.environ.update(_QUIET)
    try:
        import daft
    except ImportError as error:
        remedy = "install Tieout with its workspace extra: pip install 'tieout[workspace]'"
        raise UsageError(f"Daft is not installed; {remedy}") from error
    return daft


def started(runner: Runner) -> Any:
    """The module `daft`, its runner set: one for the life of a process."""
    daft = loaded()
    if daft.get_or_infer_runner_type() == runner:
        return daft
    if runner == "ray":
        _start_ray(daft)
    else:
        daft.set_runner_native()
    return daft


def _start_ray(daft: Any) -> None:
    """A cluster that is named in the environment (RAY_ADDRESS), or one on this machine."""
    try:
        import ray
    except ImportError as error:
        raise UsageError("Ray is not installed; install it: pip install 'tieout[ray]'") from error
    if not ray.is_initialized():
        cpus = None if os.environ.get("RAY_ADDRESS") else os.cpu_count()
        ray.init(num_cpus=cpus, include_dashboard=False, logging_level=logging.ERROR, log_to_driver=False)
    daft.set_runner_ray(noop_if_initialized=True)
