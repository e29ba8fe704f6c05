"""The history → what the schedule must know."""

from config.settings import Settings
from sync.service.job import Frame
from sync.service.stages import StageEnds
from sync.state.jobs import Remembered, remembered
from sync.state.store import Store


def known_of(store: Store) -> Remembered:
    """What the service did, as the history has it. Raises StateError."""
    with store.asking() as connection:
        return remembered(connection)


def frame_of(store: Store, settings: Settings, stages: StageEnds, *, doubtful: bool = False) -> Frame:
    """Everything that decides what is due. Raises StateError."""
    known, ends = known_of(store), stages.of(store, settings)
    letters = settings.mail.hour if settings.mail.is_on else None
    return Frame(settings.schedule, known.done, known.closed, ends, known.began, doubtful, letters)
