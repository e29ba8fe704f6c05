"""An office in Google: people, failing calls and kills by chance, and after every update the invariants hold."""

import os

import pytest

from tests.sync.stateful.google_machine import GoogleMachine
from tests.sync.stateful.playing import play

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks of a warm process are POSIX")

STEPS, PACE = 2_000, 180


def test_whatever_happens_to_an_office_in_google_every_invariant_holds() -> None:
    assert play(GoogleMachine, STEPS, pace=PACE) >= STEPS
