"""What one process leaves to the next: the metadata of spreadsheets, when they were taken, and how much was filled.

No value of a cell is ever kept here.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from config.errors import WriteError
from sync.files import write_atomically
from sync.google.filled import Filled

Json = Mapping[str, Any]  # Any: what the Sheets API gives


@dataclass(frozen=True)
class Remembered:
    """The file is read once and written after every change; without it all works, only with more calls."""

    file: Path

    def of(self, spreadsheet_id: str) -> tuple[float, Json] | None:
        """Seconds since 1970 when the metadata were taken, and the metadata; None when they are not known."""
        kept = self._kept.get(spreadsheet_id, {})
        try:
            return (float(kept["taken"]), dict(kept["metadata"])) if "metadata" in kept else None
        except (KeyError, TypeError, ValueError):
            return None

    def keep(self, spreadsheet_id: str, metadata: Json, taken: float) -> None:
        """In place of what was known."""
        self._change(spreadsheet_id, taken=taken, metadata=metadata)

    def drop(self, spreadsheet_id: str) -> None:
        """The metadata are not believed any more."""
        if self._kept.get(spreadsheet_id, {}).pop("metadata", None) is not None:
            self._store()

    def filled(self, spreadsheet_id: str) -> Filled:
        """How much was filled at the last reading; nothing when that is not known."""
        kept = self._kept.get(spreadsheet_id, {}).get("filled", {})
        try:
            return {int(sheet): tuple(map(int, counts)) for sheet, counts in kept.items()}
        except (AttributeError, TypeError, ValueError):
            return {}

    def count(self, spreadsheet_id: str, filled: Filled) -> None:
        """What is filled now, in place of what was known."""
        if filled != self.filled(spreadsheet_id):
            self._change(spreadsheet_id, filled=filled)

    def _change(self, spreadsheet_id: str, **facts: object) -> None:
        self._kept[spreadsheet_id] = {**self._kept.get(spreadsheet_id, {}), **facts}
        self._store()

    @cached_property
    def _kept(self) -> dict[str, dict[str, Any]]:  # Any: what JSON gives
        try:
            kept = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {key: one for key, one in kept.items() if isinstance(one, dict)} if isinstance(kept, dict) else {}

    def _store(self) -> None:
        with suppress(WriteError):
            write_atomically(self.file, json.dumps(self._kept, ensure_ascii=False).encode(), mode=0o600)
