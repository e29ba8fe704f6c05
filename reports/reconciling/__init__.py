"""Every pair of registers that state the same fact, in the order in which the report tells them."""

from reports.reconciling.approvals import APPROVAL_PAIRS
from reports.reconciling.pair import Pair
from reports.reconciling.presence import PRESENCE_PAIRS
from reports.reconciling.teams import TEAM_PAIRS
from reports.reconciling.work import WORK_PAIRS

PAIRS: tuple[Pair, ...] = (*TEAM_PAIRS, *APPROVAL_PAIRS, *WORK_PAIRS, *PRESENCE_PAIRS)
