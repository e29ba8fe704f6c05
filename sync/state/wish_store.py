"""The history as «Сделать сейчас» sees it: which wishes were heard, begun and settled."""

from datetime import datetime

from sync.before import Fate, Wished
from sync.state.store import Store
from sync.state.wishes import begin_wish, last_wish, settle_wish, try_wish, wish_of


class WishStore(Store):
    """The open history with its wishes. Raises StateError as `Store` does."""

    beside = True

    def wish(self, wish_id: str) -> Wished | None:
        """The wish with this id; None when it was never heard."""
        with self._database.asking() as connection:
            return wish_of(connection, wish_id)

    def last_wish(self, deed: str) -> int:
        """The number of the last settled wish for a deed; 0 when there is none."""
        with self._database.asking() as connection:
            return last_wish(connection, deed)

    def begin(self, wish: Wished) -> None:
        """Notes that a wish is about to be done: for the first time, or once more after a process was killed."""
        with self._database.changing("begin a wish") as connection:
            if wish_of(connection, wish.id) is None:
                begin_wish(connection, wish)
            else:
                try_wish(connection, wish.id, 1)

    def put_off(self, wish_id: str) -> None:
        """Notes that nothing was done, for the office was busy: the try does not count."""
        with self._database.changing("put off a wish") as connection:
            try_wish(connection, wish_id, -1)

    def settle(self, wish_id: str, fate: Fate, told: str, moment: datetime) -> None:
        """Notes how a wish ended, and what is told of it."""
        with self._database.changing("settle a wish") as connection:
            settle_wish(connection, wish_id, fate, told, moment)
