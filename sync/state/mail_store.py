"""The history as the post office sees it: which letters were composed, which wait, what became of each try."""

from collections.abc import Sequence
from datetime import date, datetime

from reports.facts import Undelivered
from sync.state import outbox
from sync.state.outbox import Letter
from sync.state.store import Store


class MailStore(Store):
    """The open history with its letters. Raises StateError as `Store` does."""

    beside = True

    def is_composed(self, day: date) -> bool:
        """The letters of the day were composed."""
        with self._database.asking() as connection:
            return outbox.is_composed(connection, day)

    def told_to(self) -> dict[str, dict[str, date]]:
        """Code of an employee → what letters that went out told him → the last day on which they did."""
        with self._database.asking() as connection:
            return outbox.told_to(connection)

    def keep_letters(self, day: date, moment: datetime, letters: Sequence[Letter]) -> int:
        """Notes the letters of the day, all or none; gives how many, 0 when the day was composed before."""
        with self._database.changing("keep letters") as connection:
            return outbox.record_letters(connection, day, moment, letters)

    def waiting(self) -> tuple[Letter, ...]:
        """The letters that wait to go out."""
        with self._database.asking() as connection:
            return outbox.waiting(connection)

    def sent(self, letter_id: str, moment: datetime) -> None:
        """Notes that the mail server has taken the letter."""
        with self._database.changing("note a letter sent") as connection:
            outbox.note_sent(connection, letter_id, moment)

    def failed(self, letter_id: str, moment: datetime, why: str, *, give_up: bool) -> None:
        """Notes that a try failed; with `give_up` the letter is not tried again."""
        with self._database.changing("note a letter failed") as connection:
            outbox.note_trouble(connection, letter_id, moment, why, give_up=give_up)

    def undelivered(self, today: date) -> tuple[Undelivered, ...]:
        """The letters that do not go out, as of a day."""
        with self._database.asking() as connection:
            return outbox.undelivered(connection, today)
