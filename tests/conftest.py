"""Properties are tried on busy machines too: no example is measured by the clock. What is loaded once is let alone."""

import gc
import os
import tempfile

from hypothesis import settings

from tests.memory import in_memory

settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_configure() -> None:
    """Folders of tests lie in memory, those of the programs they start, too."""
    place = in_memory()
    if place is not None and "TMPDIR" not in os.environ:
        os.environ["TMPDIR"] = tempfile.tempdir = str(place)


def pytest_collection_finish() -> None:
    """Modules and collected tests stay to the end: looking through them for garbage takes a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
