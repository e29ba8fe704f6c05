"""Reports put into files on demand: which of them are meant, how the files are called, what is not overwritten."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reports import wording
from reports.naming import fit_for_file
from reports.quality_report import WORKBOOK
from reports.report import Report
from sync.files import sha256_of, write_atomically
from sync.shelves.folder import KEPT_ASIDE, keep_aside

_BEGINS = "отчет."
_MOST_NAMED = 3
"""More reports than these are not all named in the name of their file."""


@dataclass(frozen=True)
class Made:
    """What was written, which files of somebody else were kept aside before, what else must be told, in sentences."""

    written: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    told: tuple[str, ...] = ()

    def joined(self, other: "Made") -> "Made":
        """Both together."""
        return Made(self.written + other.written, self.kept + other.kept, self.told + other.told)


def for_all(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports of the common workbook: they keep to codes and may be handed to anybody in the office."""
    return tuple(one for one in reports if one.workbook == WORKBOOK and not one.local)


def meant(reports: Sequence[Report], name: str) -> tuple[Report, ...]:
    """The reports whose tabs begin with the name, «Отчёт. » left out or not; a whole title means that one alone."""
    same = tuple(one for one in reports if plain(one.tab) == plain(name))
    return same or tuple(one for one in reports if plain(one.tab).startswith(plain(name)))


def plain(name: str) -> str:
    """How names are compared: neither the size of letters, nor «ё», nor spaces, nor «Отчёт. » matter."""
    return " ".join(name.casefold().replace("ё", "е").split()).removeprefix(_BEGINS).strip()


def title_of(reports: Sequence[Report], names: Sequence[str], today: date) -> str:
    """«Отчёты на 15.04.2026», or by their titles when only some of them are meant."""
    tabs = [one.tab.removeprefix("Отчёт. ") for one in reports]
    listed = ", ".join(tabs) if names and len(tabs) <= _MOST_NAMED else WORKBOOK
    partly = f" ({len(tabs)})" if names and len(tabs) > _MOST_NAMED else ""
    return f"{fit_for_file(listed)} на {wording.day(today)}{partly}"


def put(files: Mapping[str, bytes], folder: Path, memory: Path, *, mode: int | None = None) -> Made:
    """Writes the files into the folder. `memory` is the file that knows what was made here earlier.

    A file that was made by somebody else, or edited since, is kept aside first. `mode` narrows the rights of the
    files. Raises WriteError.
    """
    known, kept = _remembered(memory), []
    paths = {(folder / name).absolute(): data for name, data in files.items()}
    ours = {str(path): _either(path, data, known) for path, data in paths.items()}
    write_atomically(memory, json.dumps(known | ours, ensure_ascii=False, indent=1).encode())
    for path, data in paths.items():
        if path.is_file() and not _is_ours(path, known):
            old = path.read_bytes()
            if old != data:
                keep_aside(path.parent, path.name, old)
                kept.append(path)
        write_atomically(path, data, mode=mode)
    return Made(tuple(paths), tuple(kept))


def _either(path: Path, data: bytes, known: Mapping[str, str]) -> str:
    """What the file will hold, and what of ours it holds now: when the machine stops, one of the two is true."""
    now = [sha256_of(path)] if path.is_file() and _is_ours(path, known) else []
    return " ".join(dict.fromkeys((hashlib.sha256(data).hexdigest(), *now)))


def _is_ours(path: Path, known: Mapping[str, str]) -> bool:
    return sha256_of(path) in known.get(str(path), "").split()


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
    return [*lines, *made.told]


def as_json(made: Made) -> str:
    """The same for a program: the paths, and the sentences that go with them."""
    shape = {"written": list(map(str, made.written)), "kept_aside": list(map(str, made.kept)), "told": list(made.told)}
    return json.dumps(shape, ensure_ascii=False)


def _remembered(memory: Path) -> dict[str, str]:
    try:
        kept = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(path): str(digest) for path, digest in kept.items()} if isinstance(kept, dict) else {}
