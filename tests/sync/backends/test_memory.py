"""The backend that lies in memory keeps the contract."""

from pathlib import Path

from sync.backends.base import Backend, FileRead
from sync.backends.memory import MemoryBackend
from tests.sync.backends.contract import BackendContract, Tables
from validators.grid import grid_of


class TestMemoryBackend(BackendContract):
    def backend(self, tables: Tables, folder: Path) -> Backend:  # noqa: ARG002  memory needs no folder
        files = [
            FileRead(name, "", tuple(grid_of(name, tab, rows) for tab, rows in tabs.items()))
            for name, tabs in tables.items()
        ]
        return MemoryBackend(files)


def test_a_refused_file_has_its_reason_for_a_fingerprint() -> None:
    backend = MemoryBackend([FileRead("Закрыт.xlsx", "", code="F01")])
    assert backend.fingerprints() == {"Закрыт.xlsx": "!F01"}
