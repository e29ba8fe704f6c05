"""Where registers may be kept: one line a backend."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from config.settings import Settings
from sync.backends.base import Backend
from sync.backends.folder import FolderBackend
from sync.backends.google import GoogleBackend
from sync.backends.mixed import MixedBackend
from sync.google.office import GoogleOffice

BACKENDS: Mapping[str, Callable[[Path, Settings, GoogleOffice], Backend]] = MappingProxyType(
    {
        "folder": lambda folder, settings, _office: FolderBackend(folder, settings),
        "google": lambda _folder, settings, office: GoogleBackend(office, settings),
        "mixed": lambda folder, settings, office: MixedBackend(
            FolderBackend(folder, settings), GoogleBackend(office, settings)
        ),
    }
)
"""Kind of storage → the backend, made of the registers' folder, the settings and the office in Google."""
