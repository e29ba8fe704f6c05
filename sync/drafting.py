"""Drafted settings put into office.toml: appended in one step, or shown when a person must settle it."""

import stat
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from config.drafted import has_section, section, with_section
from config.errors import SettingsError, WriteError
from config.registers import REGISTERS
from config.settings import Keeping
from sync.desk import SETTINGS_FILE, Desk
from sync.files import write_atomically
from validators.explore.draft import Draft

KEYS = tuple(one.key for one in REGISTERS)
_MARK = "\ufeff"


@dataclass(frozen=True)
class Written:
    """What became of the drafts: registers written, those that need nothing, and (register, why, draft) not written."""

    written: tuple[str, ...] = ()
    needless: tuple[str, ...] = ()
    left: tuple[tuple[str, str, str], ...] = ()


def joined(drafts: Iterable[Draft]) -> tuple[dict[str, Keeping], list[tuple[str, str, str]]]:
    """One draft a register: files kept alike are joined; (register, why, draft) for what does not fit the first."""
    found: dict[str, Keeping] = {}
    apart = []
    for one in drafts:
        key = one.register.key
        both = _both(found[key], one.keeping) if key in found else one.keeping
        if both is None:
            why = "таблица устроена иначе, чем другая таблица этого же реестра"
            apart.append((key, why, section(key, one.keeping)))
        else:
            found[key] = both
    return found, apart


def _both(first: Keeping, second: Keeping) -> Keeping | None:
    """The settings under which both tables read; None when there are none."""
    same = ("tab", "key", "constants", "fill_merged")
    if any(getattr(first, name) != getattr(second, name) for name in same) or first.source == second.source:
        return None
    common = first.headings.keys() & second.headings.keys()
    if any(first.headings[theirs] != second.headings[theirs] for theirs in common):
        return None
    return first.model_copy(
        update={
            "source": tuple(dict.fromkeys((*first.source, *second.source))),
            "headings": {**first.headings, **second.headings},
            "absent": tuple(name for name in first.absent if name in second.absent),
        }
    )


def write_drafts(desk: Desk, drafts: Sequence[Draft]) -> Written:
    """Appends the drafts to office.toml. What a person wrote is never changed. Raises WriteError."""
    path = (desk.root / SETTINGS_FILE).resolve()
    found, left = joined(drafts)
    before = path.read_bytes()
    text = before.decode("utf-8-sig").replace("\r\n", "\n")
    written, needless = [], []
    for key, keeping in found.items():
        if has_section(text, key):
            left.append((key, f"в {SETTINGS_FILE} уже есть раздел [registers.{key}]", section(key, keeping)))
        elif _is_plain(keeping) and (desk.settings.kept is None or key in desk.settings.kept):
            needless.append(key)
        else:
            try:
                text = with_section(text, key, keeping, KEYS)
                written.append(key)
            except SettingsError as error:
                left.append((key, error.sentence.rstrip(".").lower(), section(key, keeping)))
    if written:
        _replace(path, before, text)
    return Written(tuple(written), tuple(needless), tuple(left))


def _is_plain(keeping: Keeping) -> bool:
    """The register reads this table without a word in the settings."""
    return keeping.model_copy(update={"source": ()}) == Keeping() and keeping.source[0].rpartition(".")[2] != "csv"


def _replace(path: Path, before: bytes, text: str) -> None:
    mark = _MARK if before.startswith(_MARK.encode()) else ""
    lines = "\r\n" if b"\r\n" in before else "\n"
    if path.read_bytes() != before:
        raise WriteError(f"Файл «{path.name}» изменился, пока шла работа.", advice="Повторите команду.")
    write_atomically(path, (mark + text.replace("\n", lines)).encode(), mode=stat.S_IMODE(path.stat().st_mode))


def new_office(drafts: Sequence[Draft]) -> str:
    """The text of a new office.toml for these registers alone."""
    found, apart = joined(drafts)
    kept = ", ".join(f'"{key}"' for key in found)
    parts = [
        "# Черновик настроек: сохраните под именем office.toml в папке офиса, таблицы положите рядом, в registers.",
        '[office]\nregion = "Регион"                      # впишите название субъекта РФ',
        f"[registers]\nkept = [{kept}]",
        *(section(key, keeping) for key, keeping in found.items()),
        *("\n".join(f"# {line}" for line in (why, *text.splitlines())) for _, why, text in apart),
    ]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"
