"""How machines are played."""

from hypothesis.internal.conjecture.providers import HypothesisProvider

from tests.sync.stateful.playing import OfTheSeedAlone


def test_what_hypothesis_draws_besides_the_seed_is_still_called_so() -> None:
    """A story would be another one after other tests, and nobody would see it, once the method had another name."""
    name = "_maybe_draw_constant"
    assert name in vars(OfTheSeedAlone)
    assert name in vars(HypothesisProvider)
