"""The hands that were asked for over HTTP, kept so that each can undo what it did."""

from dataclasses import dataclass, field

from tests.sheets_server.human import HumanHand
from tests.sheets_server.world import World


@dataclass
class Hands:
    """One hand for each person and spreadsheet."""

    world: World
    _hands: dict[tuple[str, str], HumanHand] = field(default_factory=dict)

    def of(self, spreadsheet_id: str, email: str = "") -> HumanHand:
        """The person's hand, without an e-mail the owner's. Raises KeyError when there is no such spreadsheet."""
        self.world.books[spreadsheet_id]
        key = (spreadsheet_id, email)
        if key not in self._hands:
            self._hands[key] = HumanHand(self.world, spreadsheet_id, email or None)
        return self._hands[key]
