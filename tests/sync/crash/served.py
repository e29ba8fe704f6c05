"""A day of the service after a month is over, killed: the closing, the night, the copy, the drafts, the letters."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sync.backing_up import backups_of, checked
from sync.state.keeping import kept_in
from sync.state.service_tables import JOBS
from tests.sync.crash.again import Command, Played
from tests.sync.crash.killing import Point
from tests.sync.crash.whole import lasting, lived_in
from tests.sync.mail.post_office import PostOffice
from tests.sync.mail.test_due import set_mail
from tests.sync.offices import SETTINGS, bytes_of, desk_of
from tests.sync.service.premises import service_at

WORK = ("close", "full", "copy", "light", "drafts", "letters")


def monthly(folder: Path, post: PostOffice) -> Path:
    """An office in the first days of May, nothing done since the middle of April; staff have worked in between."""
    lived_in(folder)
    (folder / "office.toml").write_text(SETTINGS.format(today="2026-05-05"), encoding="utf-8")
    set_mail(desk_of(folder), post.port)
    return folder


def _once(office: Path) -> None:
    with service_at(office) as service:
        service.once()


def _seen(office: Path) -> Mapping[str, object]:
    """The row of the closing may be lacking: that the period is closed is the period's own row to say.

    Quiet updates and the reading of a restarted service may be more; copies are looked into, not compared.
    """
    history = dict(lasting(office))
    history[JOBS.name] = _jobs(office / "state" / "rpo.sqlite")
    files = bytes_of(office)
    copies = kept_in(backups_of(desk_of(office)))
    return {
        **{f"table {name}": rows for name, rows in history.items()},
        **{f"file {name}": one for name, one in files.items() if not name.startswith(("state/", "logs/"))},
        "copies": [(one.path.name, checked(one.path) >= 2) for one in copies],
        "half-written files": [str(path) for path in office.rglob(".*.rpo-new*")],
        "seals without a copy": [
            path for path in backups_of(desk_of(office)).glob("*.seal") if not path.with_suffix("").exists()
        ],
    }


def _jobs(state: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{state.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute("SELECT job, occasion, result, tries FROM jobs").fetchall()
    return sorted(row for row in rows if row[0] in WORK and row[0] != "close")


SERVED = Command("a day of the service", _once, _seen)


def once_a_job(known: Played) -> list[Point]:
    """The first point of each kind of effect that no other test has, and before each job is recorded.

    What happens in the midst of an update and of the letters is tried by itself.
    """
    kinds = {
        "close a period", "manifest.json", "end periods", "record", "made.json", "keep letters", "record a job",
        next(target for name, target in known.steps if name == "state.copy"),
        next(target for name, target in known.steps if target.endswith(".docx")),
    }  # fmt: skip
    return [one for one in known.telling() if known.steps[one.number][1] in kinds]
