"""What `doctor` looks at where names are kept apart: are the key files there, whom do they name, who can read them."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from config.apart import FOLDER, is_of_people, is_shared, key_file
from sync.desk import Desk
from sync.keys import Named, keys_of, placed, with_names
from sync.pipeline import kept_registers
from validators.tabs import assign

_OTHERS = stat.S_IROTH | stat.S_IWOTH

Found = tuple[str, bool, str, str]
"""Name of the examination, whether all is well, what was found, advice."""


def names_apart(desk: Desk) -> Iterator[Found]:
    """The examinations of mode «codes»; nothing in other offices."""
    if desk.settings.personal_data.mode != "codes":
        return
    folder = desk.root / FOLDER
    if not folder.is_dir():
        yield ("Папка с именами", False, f"нет папки {FOLDER}", f"Создайте папку {FOLDER} рядом с office.toml.")
        return
    yield from _rights(folder)
    for tab, name, found in _named(desk):
        whole = bool(found.codes) and found.named == found.codes
        text = f"имена есть у {found.named} из {found.codes} кодов, файл {name}"
        advice = f"Положите в папку {FOLDER} файл «{name}» и впишите имена рядом с кодами."
        yield (f"Имена: {tab}", whole or not found.codes, text if found.codes else "в реестре ещё нет кодов", advice)


def _named(desk: Desk) -> Iterator[tuple[str, str, Named]]:
    """Title, key file and what was found, for each shared register of people."""
    registers, private = kept_registers(desk.settings), desk.private()
    files = tuple(map(placed, private.read())) if private is not None else ()
    keys = keys_of(files, registers, desk.settings)
    grids = [grid for file in desk.backend().read() for grid in file.grids]
    tabs = assign(grids, registers, desk.settings).tabs
    for one in registers:
        if is_of_people(one) and is_shared(one, desk.settings):
            yield one.tab, key_file(one), with_names(one, tabs.get(one.key, ()), keys, desk.settings)


def _rights(folder: Path) -> Iterator[Found]:
    """On Windows rights are not told by the mode of a file."""
    if os.name == "nt":
        return
    opened = [path for path in (folder, *sorted(folder.iterdir())) if path.stat().st_mode & _OTHERS]
    closed = not folder.stat().st_mode & (_OTHERS | stat.S_IXOTH)
    open_files = [path.name for path in opened if path != folder]
    safe = closed or not opened
    text = "закрыта для посторонних" if safe else f"посторонние могут прочитать: {', '.join(open_files) or folder.name}"
    yield ("Права на папку с именами", safe, text, f"Закройте папку: chmod 700 {FOLDER}; chmod 600 {FOLDER}/*.")
