"""The jobs of the service, one line a job, in the order in which they are done when several are due."""

from sync.service.job import Job
from sync.service.jobs.closing import CLOSING
from sync.service.jobs.cutoff import CUTOFF
from sync.service.jobs.drafts import DRAFTS
from sync.service.jobs.full import FULL
from sync.service.jobs.light import LIGHT
from sync.service.jobs.reminding import REMINDING

JOBS: tuple[Job, ...] = tuple(one for one in list(vars().values()) if isinstance(one, Job))
