"""Which job of many offices goes first: what has a term before what only makes people wait."""

from sync.service.jobs import JOBS
from sync.service.jobs.closing import CLOSING
from sync.service.jobs.saved import SAVED

_AFTER_TERMS = JOBS.index(CLOSING) + 1
_ORDER = (*JOBS[:_AFTER_TERMS], SAVED, *JOBS[_AFTER_TERMS:])

URGENCY = {job.name: 10 * place for place, job in enumerate(reversed(_ORDER), 1)}
"""Job → how urgent it is; more goes first. One office's jobs keep their order: letters tell what was read before."""
LOOK = 10 * (len(_ORDER) + 1)
"""A look at what is due is the shortest work of all, and finds out what is urgent."""
