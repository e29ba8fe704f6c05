"""The human hand: everything people do in a spreadsheet while programs are at work."""

from collections.abc import Mapping

from tests.sheets_server.hand.cells import CELLS
from tests.sheets_server.hand.grip import Action
from tests.sheets_server.hand.lines import LINES
from tests.sheets_server.hand.past import PAST
from tests.sheets_server.hand.tabs import TABS

ACTIONS: tuple[Action, ...] = (*CELLS, *LINES, *TABS, *PAST)
BY_NAME: Mapping[str, Action] = {action.name: action for action in ACTIONS}
