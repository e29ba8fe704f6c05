"""The history of rows as a person asks for it: by register and code, with the nearest codes when there is none."""

from collections.abc import Sequence
from typing import Any

from rapidfuzz import process

from config.codes import fold_code
from config.columns import Privacy
from config.errors import UsageError
from config.register import Register
from config.registers import REGISTERS
from reports.row_story import latest_lines, story_lines, version_as_json
from sync.desk import Desk
from sync.state.store import Store
from validators.versions.story import Stories, Told

_LIKE_ENOUGH = 60.0


def register_called(typed: str) -> Register[Any]:
    """The register by its key («SCH») or by the title of its tab. Raises UsageError that names the registers."""
    wanted = typed.strip().casefold()
    for one in REGISTERS:
        if wanted in {one.key.casefold(), one.tab.casefold()}:
            return one
    keys = ", ".join(one.key for one in REGISTERS)
    raise UsageError(f"Реестра «{typed}» нет.", advice=f"Укажите код реестра: {keys}.")


def known_code(store: Store, register: Register[Any], typed: str) -> str:
    """The code as the history has it. Raises UsageError that names the nearest ones."""
    codes = store.row_codes(register.key)
    wanted = fold_code(typed) or typed.strip()
    found = next((one for one in codes if one.casefold() == wanted.casefold()), None)
    if found is not None:
        return found
    if not codes:
        raise UsageError(
            f"В истории нет ни одной строки реестра «{register.tab}».",
            advice="История начинается с первого обновления: rpo sync.",
        )
    near = [one for one, *_ in process.extract(wanted, codes, limit=3, score_cutoff=_LIKE_ENOUGH)]
    words = f"Похожие коды: {', '.join(near)}." if near else "Похожих кодов тоже нет."
    raise UsageError(
        f"Кода «{typed}» в истории реестра «{register.tab}» нет и не было.",
        advice=f"{words} Последние изменения реестра: rpo history {register.key}.",
    )


def show_history(desk: Desk, typed: str, code: str | None, count: int, *, as_json: bool) -> None:
    """Prints every version of a row, or what changed lately in the register. Raises UsageError, StateError."""
    register = register_called(typed)
    with Store.open(desk.state, read_only=True) as store:
        if code is None:
            stories = store.latest_rows(register.key, count)
            latest: Sequence[Told] = stories.latest(count)
            lines = latest_lines(register, stories, latest)
        else:
            known = known_code(store, register, code)
            stories = store.rows(register.key, [known])
            latest = stories.versions
            lines = story_lines(register, stories, known)
    for line in _objects(register, stories, latest) if as_json else lines:
        print(line)


def history_lines(desk: Desk, typed: str, code: str, most: Privacy) -> Sequence[str]:
    """Every version of a row, without what stands in columns above `most`. Raises UsageError, StateError."""
    register = register_called(typed)
    with Store.open(desk.state, read_only=True) as store:
        known = known_code(store, register, code)
        stories = store.rows(register.key, [known])
    return [part for line in story_lines(register, stories, known, most) for part in line.split("\n") if part]


def _objects(register: Register[Any], stories: Stories, versions: Sequence[Told]) -> list[str]:
    return [version_as_json(register, stories, one) for one in versions]
