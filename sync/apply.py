"""Plan → files: each report is rendered, written beside and moved in; a file that changed under our hands is left."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reports.formats import FORMATS
from reports.layout import lay_out
from reports.report import Stamp
from sync.answers import ANSWERS_FILE
from sync.before import Written
from sync.files import remove_orphans, sha256_of, write_atomically
from sync.plan import FilePlan, Plan

KEPT_ASIDE = "Правленное вручную"


@dataclass(frozen=True)
class Applied:
    """What was written: files with their sha256, tabs with what they bear, and files left because they changed."""

    files: Mapping[str, str]
    tabs: Mapping[tuple[str, str], Written]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    left: tuple[str, ...]


def apply(plan: Plan, folder: Path, stamp: Stamp) -> Applied:
    """Writes what is due into the folder of reports. What a person typed into our file is kept aside first."""
    if folder.is_dir():
        remove_orphans(folder)
    files: dict[str, str] = {}
    tabs: dict[tuple[str, str], Written] = {}
    written: list[str] = []
    left: list[str] = []
    for file in plan.files:
        if not file.is_due:
            files[file.name] = file.seen or ""
        elif not _write(file, folder, stamp, files):
            left.append(file.name)
            files[file.name] = file.written or ""
            continue
        else:
            written.append(file.name)
        for tab in file.tabs:
            own = tab.stamp or stamp
            tabs[file.name, tab.report.tab] = Written(tab.digest, own.run, own.moment)
    removed = tuple(name for name in plan.gone if _remove(folder / name))
    return Applied(files, tabs, tuple(written), removed, tuple(left))


def _write(file: FilePlan, folder: Path, stamp: Stamp, files: dict[str, str]) -> bool:
    path = folder / file.name
    now = sha256_of(path) if path.is_file() else None
    if now != file.seen:
        return False
    if file.is_foreign and file.name != ANSWERS_FILE:
        _keep_aside(path)
    data = FORMATS["xlsx"]([lay_out(tab.report, tab.stamp or stamp) for tab in file.tabs])
    digest = hashlib.sha256(data).hexdigest()
    if digest != now:
        write_atomically(path, data)
    files[file.name] = digest
    return True


def _keep_aside(path: Path) -> None:
    folder = path.parent / KEPT_ASIDE
    folder.mkdir(exist_ok=True)
    data = path.read_bytes()
    name = f"{path.stem} ({hashlib.sha256(data).hexdigest()[:8]}){path.suffix}"
    write_atomically(folder / name, data)


def _remove(path: Path) -> bool:
    path.unlink(missing_ok=True)
    return True
