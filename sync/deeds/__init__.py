"""What a person asks the service to do without typing a command, one line a deed, in the order of the page."""

from sync.deeds.deed import Deed

from sync.deeds.refresh import REFRESH
from sync.deeds.accept import ACCEPT
from sync.deeds.document import DOCUMENT
from sync.deeds.package import PACKAGE
from sync.deeds.close import CLOSE
from sync.deeds.correct import CORRECT
from sync.deeds.explain import EXPLAIN
from sync.deeds.row_history import ROW_HISTORY
from sync.deeds.restore import RESTORE

DEEDS: tuple[Deed, ...] = tuple(one for one in list(vars().values()) if isinstance(one, Deed))
