"""Where registers may be kept: one line a backend."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from config.settings import Settings
from sync.backends.base import Backend
from sync.backends.folder import FolderBackend

BACKENDS: Mapping[str, Callable[[Path, Settings], Backend]] = MappingProxyType({"folder": FolderBackend})
"""Kind of storage in the settings → the backend, made of the registers' folder and the settings."""
