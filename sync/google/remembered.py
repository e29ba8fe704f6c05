"""What one process leaves to the next: the metadata of spreadsheets, without a value, and when they were taken."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from config.errors import WriteError
from sync.files import write_atomically

Json = Mapping[str, Any]  # Any: what the Sheets API gives


@dataclass(frozen=True)
class Remembered:
    """The file is read once and written after every change; without it all works, only with more calls."""

    file: Path

    def of(self, spreadsheet_id: str) -> tuple[float, Json] | None:
        """Seconds since 1970 when the metadata were taken, and the metadata; None when they are not known."""
        kept = self._kept.get(spreadsheet_id)
        try:
            return (float(kept["taken"]), dict(kept["metadata"])) if kept else None
        except (KeyError, TypeError, ValueError):
            return None

    def keep(self, spreadsheet_id: str, metadata: Json, taken: float) -> None:
        """In place of what was known."""
        self._kept[spreadsheet_id] = {"taken": taken, "metadata": metadata}
        self._store()

    def drop(self, spreadsheet_id: str) -> None:
        """What is known of the spreadsheet is not believed any more."""
        if self._kept.pop(spreadsheet_id, None) is not None:
            self._store()

    @cached_property
    def _kept(self) -> dict[str, Any]:  # Any: what JSON gives
        try:
            kept = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def _store(self) -> None:
        with suppress(WriteError):
            write_atomically(self.file, json.dumps(self._kept, ensure_ascii=False).encode(), mode=0o600)
