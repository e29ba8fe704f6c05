"""The last days of the stages, as they stand in the reading that was accepted last."""

from collections.abc import Mapping
from datetime import date

from config.registers.stages import STAGE
from config.settings import Settings
from sync.state.codec import decode
from sync.state.contents import content, last_digest
from sync.state.store import Store
from validators.office import Account, Office, Standing
from validators.parse import parse
from validators.stages import windows


class StageEnds:
    """Remembers what the last reading said, and reads it again only when there is another one."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._digest: str | None = None
        self._ends: Mapping[str, date] = {}

    def of(self, store: Store, settings: Settings) -> Mapping[str, date]:
        """Stage → its last day; a stage without both dates is not there."""
        with store.asking() as connection:
            digest = last_digest(connection, STAGE.key)
            if digest is None or digest == self._digest:
                return self._ends
            grids = decode(content(connection, digest))
        ends: dict[str, date] = {}
        for grid in grids:
            table = parse(grid, STAGE, settings.keeping(STAGE.key)).table
            if table is not None:
                office = Office({STAGE.key: table}, {STAGE.key: Account(Standing.ACCEPTED)}, settings=settings)
                ends |= {name: window.end for name, window in windows(office).items()}
        self._digest, self._ends = digest, ends
        return ends
