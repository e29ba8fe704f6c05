"""How a machine is played: runs by the chance of a seed, until so many steps were carried out."""

import itertools
import tempfile
from pathlib import Path
from typing import cast

from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider
from hypothesis.stateful import run_state_machine_as_test

from tests.memory import in_memory
from tests.sync.stateful.service_rules import ServiceAtWork

LENGTH = 500
"""Steps of a run at most: with more of them Hypothesis has no room for their draws, and sometimes for these."""
_USUALLY = 420
"""Steps of a run as it usually is."""
_MORE = 2
"""Runs that are added when the first ones were shorter than that; the first of them is always the plainest one."""


def play(machine: type[ServiceAtWork], steps: int, *, seed: int = 0, pace: int | None = None) -> int:
    """Plays the machine and gives the steps that were carried out: so many, or a few more.

    Raises what went wrong, with the steps that led there. `pace` — the least number of steps between two updates.
    """
    player = cast("type[ServiceAtWork]", type(machine.__name__, (machine,), {"pace": pace or machine.pace}))
    with tempfile.TemporaryDirectory(dir=in_memory(), prefix="rpo-machine-") as name, player.begun(Path(name)):
        for turn in itertools.count():
            _run(player, -(-steps // _USUALLY) if not turn else _MORE, 1_000 * seed + turn)
            if player.steps >= steps:
                break
    print(f"{player.steps} steps, {player.updates} updates")
    return player.steps


class OfTheSeedAlone(HypothesisProvider):
    """Draws by the seed and nothing else: Hypothesis also draws numbers that stand in the modules which are loaded, and
    so a story would be another one after other tests.
    """

    def _maybe_draw_constant(self, *_args: object, **_more: object) -> None:
        return None


AVAILABLE_PROVIDERS[OfTheSeedAlone.__name__] = f"{__name__}.{OfTheSeedAlone.__name__}"


def _run(player: type[ServiceAtWork], runs: int, seed: int) -> None:
    by_chance = settings(
        max_examples=runs,
        stateful_step_count=LENGTH,
        database=None,
        backend=OfTheSeedAlone.__name__,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    setattr(player, _SEED, seed)
    run_state_machine_as_test(player, settings=by_chance)


_SEED = "_hypothesis_internal_use_seed"
"""What the decorator `seed` of Hypothesis sets."""
