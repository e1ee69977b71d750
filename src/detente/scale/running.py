"""Ray: started on this machine for one run, or a cluster that is there."""

import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from detente.intake.crew import cores
from detente.model import RecordError, UsageError


@contextmanager
def running(address: str | None, workers: int | None) -> Iterator[tuple[Any, int]]:
    """(ray, how many processes may code). Raises UsageError where Ray is not installed, or nobody answers at `address`."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is sent anywhere
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        import ray
    except ModuleNotFoundError as error:
        raise UsageError("this needs Ray, which is not installed: pip install 'detente[scale]'") from error
    size = workers or cores()
    try:
        if address:
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
            resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
            size = workers or max(1, int(resources.get("CPU", 1)))
        else:  # one processor more than coders, for what opens files beside them
            ray.init(num_cpus=size + 1, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, OSError, ValueError) as error:
        raise UsageError(f"Ray does not start{f' at {address}' if address else ''}: {error}") from error
    _quiet(ray)
    try:
        yield ray, size
    except ray.exceptions.RayError as error:
        told = str(error).strip().splitlines()[-1:]
        raise RecordError(f"Ray broke off ({' '.join(told)}); what is in the lake stays: run it again") from error
    finally:
        ray.shutdown()


def _quiet(ray: Any) -> None:
    """Its files of logs have everything; standard error is for what a reader has to do."""
    ray.data.DataContext.get_current().enable_progress_bars = False
    for handler in logging.getLogger("ray.data").handlers:
        if isinstance(handler, logging.StreamHandler):
            handler.setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module="ray")
