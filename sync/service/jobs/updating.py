"""An update as a part of a job: what it says is counts."""

from sync.desk import Desk
from sync.run import update
from sync.service.job import Said


def updated(desk: Desk) -> Said:
    """One recorded update, and what came of it. Raises as `update` does."""
    result = update(desk)
    states = [str(one["state"]) for one in result.registers.values()]
    return {
        "run": result.run,
        "registers": len(states),
        "failed": states.count("failed"),
        "held": len(result.held),
        "new": result.new,
        "fixed": result.fixed,
        "written": len(result.written),
        "left": len(result.left),
    }
