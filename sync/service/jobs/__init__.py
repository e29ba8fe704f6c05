"""The jobs of the service, one line a job, in the order in which they are done when several are due."""

from sync.service.job import Job

from .cutoff import CUTOFF
from .closing import CLOSING
from .full import FULL
from .copy import COPY
from .light import LIGHT
from .drafts import DRAFTS
from .letters import LETTERS

JOBS: tuple[Job, ...] = tuple(one for one in list(vars().values()) if isinstance(one, Job))
