"""How a machine is played: so many runs of so many steps, the same ones every time unless a seed is given."""

import os
import tempfile
from pathlib import Path
from typing import cast

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.stateful.service_rules import ServiceAtWork

LENGTH = 500
"""Steps of a run at most: with more of them Hypothesis has no room for their draws, and sometimes for these."""


def play(machine: type[ServiceAtWork], runs: int, *, seed: int | None = None, pace: int | None = None) -> int:
    """Plays the machine and gives the steps that were carried out. Raises what went wrong, with the steps that led there.

    With a `seed` the steps are others; `pace` — the least number of steps between two updates.
    """
    own = {"pace": pace or machine.pace, "_hypothesis_internal_use_seed": seed}
    player = cast("type[ServiceAtWork]", type(machine.__name__, (machine,), own))
    by_chance = settings(
        max_examples=runs,
        stateful_step_count=LENGTH,
        derandomize=seed is None,
        database=None,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    with tempfile.TemporaryDirectory(dir=_in_memory(), prefix="rpo-machine-") as name, player.begun(Path(name)):
        run_state_machine_as_test(player, settings=by_chance)
    print(f"{player.steps} steps, {player.updates} updates")
    return player.steps


def _in_memory() -> Path | None:
    """Where offices lie while the machine runs: in memory, where this computer has such a place."""
    shared = Path("/dev/shm")  # noqa: S108  only made-up offices lie there
    return shared if shared.is_dir() and os.access(shared, os.W_OK) else None
