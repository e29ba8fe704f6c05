"""Properties are tried on busy machines too: no example is measured by the clock."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
