"""Drive tells of a person's edit late: for some minutes the file's time and version stay what they were."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.sheets_server.plain import Json

GOOGLE_SECONDS = 180.0
"""What people have measured with Google: edits by hand are gathered for about three minutes."""


@dataclass
class Lateness:
    """Edits by hand that Drive has not told of yet; with 0 `seconds` it tells of them at once.

    What programs write is told of at once either way, as it was recorded.
    """

    seconds: float = 0.0
    _due: dict[str, tuple[datetime, Json]] = field(default_factory=dict)

    def edited(self, file_id: str, before: Json, after: Json, now: datetime) -> Json:
        """The record to show after an edit by hand; later edits don't put off what is due already."""
        if not self.seconds:
            return after
        due = self._due[file_id][0] if file_id in self._due else now + timedelta(seconds=self.seconds)
        news = {key: after[key] for key in ("modifiedTime", "version")}
        self._due[file_id] = (due, news)
        return after | {key: before[key] for key in news}

    def settle(self, files: dict[str, Json], now: datetime) -> None:
        """Tells of every edit that is due by now."""
        for file_id in [each for each, (due, _) in self._due.items() if due <= now]:
            _, news = self._due.pop(file_id)
            if file_id in files:
                record = files[file_id]
                version = str(max(int(record["version"]) + 1, int(news["version"])))
                time = max(record["modifiedTime"], news["modifiedTime"])
                files[file_id] = record | {"version": version, "modifiedTime": time}
