"""What an update did, for people and for `sync --json`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Result:
    """What an update did, in the shape of `sync --json` (interfaces.md §4)."""

    run: int
    started: datetime
    finished: datetime
    registers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    remarks: Mapping[str, int] = field(default_factory=dict)
    new: int = 0
    fixed: int = 0
    written: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    left: Mapping[str, str] = field(default_factory=dict)
    calls: Mapping[str, int] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """7 when a register is held, 1 when one failed, else 0 (decisions.md 7)."""
        if self.held:
            return 7
        return int(any(one["state"] == "failed" for one in self.registers.values()) or bool(self.left))

    def as_json(self) -> dict[str, object]:
        """The object that `sync --json` prints."""
        return {
            "run": self.run,
            "started": self.started.isoformat(),
            "finished": self.finished.isoformat(),
            "registers": dict(self.registers),
            "remarks": dict(self.remarks),
            "new": self.new,
            "fixed": self.fixed,
            "written": list(self.written),
            "held": list(self.held),
            "calls": dict(self.calls) or {"read": 0, "write": len(self.written)},
        }
