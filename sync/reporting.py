"""Reports put into files on demand: which of them are meant, how the files are called, what is not overwritten."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from config.errors import UsageError
from reports import wording
from reports.naming import fit_for_file
from reports.quality_report import WORKBOOK
from reports.report import Report
from sync.files import write_atomically
from sync.shelves.folder import KEPT_ASIDE, keep_aside

_BEGINS = "отчет."
_MOST_NAMED = 3
"""More reports than these are not all named in the name of their file."""


@dataclass(frozen=True)
class Made:
    """What was written, and which files of somebody else were kept aside before."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def for_all(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports of the common workbook: they keep to codes and may be handed to anybody in the office."""
    return tuple(one for one in reports if one.workbook == WORKBOOK and not one.local)


def chosen(reports: Sequence[Report], names: Sequence[str]) -> tuple[Report, ...]:
    """The reports whose tabs begin with one of the names, «Отчёт. » left out or not; all without a name.

    A name that is a whole title means that one alone. Raises UsageError with the list for a name that means none.
    """
    found: list[Report] = []
    for name in names:
        meant = [one for one in reports if _plain(one.tab) == _plain(name)]
        meant = meant or [one for one in reports if _plain(one.tab).startswith(_plain(name))]
        if not meant:
            titles = "», «".join(one.tab.removeprefix("Отчёт. ") for one in reports)
            raise UsageError(f"Отчёта «{name}» нет.", advice=f"Есть такие: «{titles}».")
        found += [one for one in meant if one not in found]
    return tuple(found) if names else tuple(reports)


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace("ё", "е").split()).removeprefix(_BEGINS).strip()


def title_of(reports: Sequence[Report], names: Sequence[str], today: date) -> str:
    """«Отчёты на 15.04.2026», or by their titles when only some of them are meant."""
    tabs = [one.tab.removeprefix("Отчёт. ") for one in reports]
    listed = ", ".join(tabs) if names and len(tabs) <= _MOST_NAMED else WORKBOOK
    partly = f" ({len(tabs)})" if names and len(tabs) > _MOST_NAMED else ""
    return f"{fit_for_file(listed)} на {wording.day(today)}{partly}"


def put(files: Mapping[str, bytes], folder: Path, memory: Path) -> Made:
    """Writes the files into the folder. `memory` is the file that knows what was made here earlier.

    A file that was made by somebody else, or edited since, is kept aside first. Raises WriteError.
    """
    known, kept = _remembered(memory), []
    for name, data in files.items():
        path = (folder / name).absolute()
        if path.is_file():
            old = path.read_bytes()
            if old != data and known.get(str(path)) != hashlib.sha256(old).hexdigest():
                keep_aside(path.parent, path.name, old)
                kept.append(path)
        write_atomically(path, data)
        known[str(path)] = hashlib.sha256(data).hexdigest()
    write_atomically(memory, json.dumps(known, ensure_ascii=False, indent=1).encode())
    return Made(tuple((folder / name).absolute() for name in files), tuple(kept))


def said(made: Made) -> list[str]:
    """What a person reads: every file, a folder of many by its name."""
    lines = []
    folders: dict[Path, list[Path]] = {}
    for path in made.written:
        folders.setdefault(path.parent, []).append(path)
    for folder, paths in folders.items():
        if all(path.suffix == ".csv" for path in paths):
            counted = wording.counted(len(paths), "файл", "файла", "файлов")
            lines.append(f"Записано в {folder}: {counted}.")
        else:
            lines += [f"Записан {path}." for path in paths]
    lines += [
        f"Файл «{path.name}» был сделан или изменён не командой report: прежний сохранён в папке «{KEPT_ASIDE}»."
        for path in made.kept
    ]
    return lines


def _remembered(memory: Path) -> dict[str, str]:
    try:
        kept = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(path): str(digest) for path, digest in kept.items()} if isinstance(kept, dict) else {}
