"""Properties are tried on busy machines too: no example is measured by the clock. What is loaded once is let alone."""

import gc

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_collection_finish() -> None:
    """Modules and collected tests stay to the end: looking through them for garbage again and again takes a sixth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
