"""Quotas of the Sheets API: so many reads and writes a minute for a user and for the whole project, then 429."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from tests.sheets_server.errors import ApiError, error
from tests.sheets_server.plain import Json

READ, WRITE = "Read", "Write"
PROJECT = "123456789012"
"""The number of the project that every account of this server belongs to."""
_ERROR_INFO = "type.googleapis.com/google.rpc.ErrorInfo"
_ANYBODY = "anybody"
_TINY = 1e-9


@dataclass(frozen=True)
class Limits:
    """Calls a minute, for reads and for writes alike: of one user, and of all users of the project together.

    `foreign` is the share, 0 to 1, that another program of the same account eats all the time.
    """

    user: int = 60
    project: int = 300
    foreign: float = 0.0


@dataclass
class Bucket:
    """Holds up to a minute's worth of calls and fills evenly, so a spent minute is back after 60 seconds."""

    size: float
    level: float
    at: datetime

    def fill(self, now: datetime) -> None:
        """What has flowed in since the last look; a clock set back adds nothing."""
        passed = max((now - self.at).total_seconds(), 0.0)
        self.level = min(self.size, self.level + passed * self.size / 60)
        self.at = now


@dataclass
class Quota:
    """The buckets of a server; without limits everything passes.

    A refused call takes nothing out of any bucket. `refused` counts them.
    """

    limits: Limits | None = None
    refused: int = 0
    _buckets: dict[tuple[str, str], Bucket] = field(default_factory=dict)

    def limit(self, limits: Limits | None) -> None:
        """Other limits from now on, with full buckets."""
        self.limits = limits
        self._buckets.clear()

    def foreign(self, share: float) -> None:
        """Another program eats this share of what the account has. Raises ValueError unless 0 ≤ share ≤ 1."""
        if not 0 <= share <= 1:
            raise ValueError(f"a share lies between 0 and 1, not at {share}")
        self.limit(replace(self.limits or Limits(), foreign=share))

    def take(self, kind: str, email: str | None, now: datetime) -> None:
        """One call of kind READ or WRITE; raises the recorded 429, which carries no Retry-After."""
        if self.limits is None:
            return
        mine = self._bucket((kind, email or _ANYBODY), self.limits.user, now)
        everybody = self._bucket((kind, ""), self.limits.project, now)
        for bucket, scope in ((mine, "PerUser"), (everybody, "PerProject")):
            if bucket.level < 1 - _TINY:
                self.refused += 1
                raise exceeded(kind, scope)
        mine.level -= 1
        everybody.level -= 1

    def _bucket(self, key: tuple[str, str], calls: int, now: datetime) -> Bucket:
        size = calls * (1 - (self.limits.foreign if self.limits else 0.0))
        bucket = self._buckets.setdefault(key, Bucket(size, size, now))
        bucket.fill(now)
        return bucket


def exceeded(kind: str, scope: str = "PerUser") -> ApiError:
    """429 as it was recorded for reads and for writes of a user."""
    lower = kind.lower()
    limit = f"{kind} requests per minute" + (" per user" if scope == "PerUser" else "")
    text = (
        f"Quota exceeded for quota metric '{kind} requests' and limit '{limit}' "
        f"of service 'sheets.googleapis.com' for consumer 'project_number:{PROJECT}'."
    )
    details: Json = {
        "@type": _ERROR_INFO,
        "reason": "RATE_LIMIT_EXCEEDED",
        "domain": "googleapis.com",
        "metadata": {
            "consumer": f"projects/{PROJECT}",
            "quota_limit": f"{kind}RequestsPerMinute{scope}",
            "quota_metric": f"sheets.googleapis.com/{lower}_requests",
            "service": "sheets.googleapis.com",
        },
    }
    return error(429, "RESOURCE_EXHAUSTED", text, [details])
