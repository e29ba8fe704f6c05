"""Writes the made-up office into a folder, with the small offices of faults and planted.json beside it."""

import contextlib
import io
import json
import shutil
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from config.errors import UsageError
from config.periods import calendar_days
from sync.demo.draft import Row
from sync.demo.office import DemoOffice, office
from sync.demo.planted import Planted
from sync.demo.planting import TypedRow, plant
from sync.demo.region import OKTMO, REGION
from sync.demo.sample import Small
from sync.demo.season import SEASON, TODAY
from sync.demo.small import FILE_MEGABYTES, small_offices
from sync.demo.workbooks import workbooks

MARKER = ".rpo-demo"
"""The file by which a folder is known as made by `rpo demo`."""

PLANTED = "planted.json"
_MARKED = "Эту папку создала команда «rpo demo». При новом запуске её содержимое будет сделано заново.\n"
_OWN = ("registers", "reports", "state", "faults", "logs", "office.toml", PLANTED, MARKER)


def build(folder: Path, seed: int) -> tuple[Planted, ...]:
    """Makes the office anew and gives the faults planted in it. Raises UsageError for a folder that it did not make."""
    _clear(folder)
    (folder / MARKER).write_text(_MARKED, encoding="utf-8")
    clean = office(seed)
    spoiled = plant(clean)
    _write_office(folder, workbooks(spoiled.rows), "")
    small = small_offices(clean)
    around = workbooks(_around(clean))
    for one in small:
        _write_small(folder / one.folder, one, around)
    planted = (*spoiled.planted, *(one.planted for one in small))
    lines = json.dumps([one.as_json() for one in planted], ensure_ascii=False, indent=1)
    (folder / PLANTED).write_text(lines + "\n", encoding="utf-8")
    return planted


def build_clean(folder: Path, seed: int) -> None:
    """The office of a seed without a single fault, in a folder that does not hold one yet."""
    _write_office(folder, workbooks(office(seed).rows), "")


def _clear(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MARKER).is_file())):
        raise UsageError(
            f"«{folder}» создана не командой demo, поэтому в ней ничего не меняется.",
            advice="Укажите другую папку, например: rpo demo demo-office.",
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name in _OWN:
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _around(clean: DemoOffice) -> Mapping[str, Sequence[TypedRow]]:
    """The registers that a small office has besides the one with the fault."""
    staff: list[Row] = list(clean.rows["STAFF"])
    return {"STAFF": staff, "MUN": clean.rows["MUN"]}


def _write_small(folder: Path, one: Small, around: Mapping[str, bytes]) -> None:
    more = f'\n[registers]\nkept = ["STAFF", "{one.kept}"]\n'
    if one.code == "F04":
        more += f"\n[limits]\nfile_megabytes = {FILE_MEGABYTES}\n"
    _write_office(folder, {**around, **one.files}, more)
    if one.after is not None:
        _update(folder, one.closed)
        if one.purged:
            _purge(folder, one.purged)
        for name, data in one.after.items():
            (folder / "registers" / name).write_bytes(data)


def _write_office(folder: Path, files: Mapping[str, bytes], more: str) -> None:
    registers = folder / "registers"
    registers.mkdir(parents=True)
    for name, data in files.items():
        (registers / name).write_bytes(data)
    head = f'[office]\nregion = "{REGION}"\noktmo = "{OKTMO}"\nseason = "{SEASON}"\ntime_zone = "Asia/Yekaterinburg"\n'
    (folder / "office.toml").write_text(f"{head}today = {TODAY:%Y-%m-%d}\n{more}", encoding="utf-8")


def _purge(folder: Path, code: str) -> None:
    """Destroys the data of a person, as somebody would who has not cleared his row."""
    from sync.desk import open_desk
    from sync.purging.purge import purge

    options = Namespace(code=code, reason=None, yes=True, anyway=True, json=True, office=str(folder), today=None)
    with contextlib.redirect_stdout(io.StringIO()):
        purge(open_desk(options), options)


def _update(folder: Path, period: str) -> None:
    """One update of a small office, so that it has something to remember, and the closing of a period that it ends."""
    from sync.closing import close
    from sync.desk import open_desk
    from sync.run import update

    days = calendar_days(period)
    on = days.last.isoformat() if days is not None else None
    update(open_desk(Namespace(office=str(folder), today=on)))
    if days is not None:
        close(open_desk(Namespace(office=str(folder), today=None)), period)
