"""The story of a row in words and as JSON: from when to when each version held, and what it changed."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from config.cells.dates import date_of_serial
from config.cells.personal import traces
from config.columns import CellError, Privacy, Raw
from config.register import Register
from reports.wording import counted, day
from validators.versions.story import Change, Stories, Told

_NOBODY = "без кода"
_NOTHING = "пусто"
_PERSONAL = "значение личное, здесь его не видно"
_UNTOLD = "Столбец, которого сервис не знает: значение здесь не показано"
_INDENT = "    "


def story_lines(register: Register[Any], stories: Stories, code: str, most: Privacy = Privacy.P4) -> Iterator[str]:
    """Every version of the rows that have or had the code, the oldest first.

    What stands in columns above `most` is not told, nor what stands in columns that no register knows.
    """
    yield f"«{register.tab}», {code}. {counted(len(stories.versions), 'версия', 'версии', 'версий')}."
    several = len(stories.by_story) > 1
    for number, versions in enumerate(stories.by_story.values(), 1):
        if several:
            yield f"\nСтрока {number} с этим кодом:"
        for version in versions:
            yield f"\n{_span(stories, version)}: {_what(stories, version)}"
            for change in () if version.gone else stories.changes(version):
                yield _INDENT + _change_words(register, stories, version, change, most)


def latest_lines(register: Register[Any], stories: Stories, latest: Sequence[Told]) -> Iterator[str]:
    """Versions of the register in their order: day, update, code, headings."""
    if not stories.laid:
        yield f"«{register.tab}»: в истории этого реестра ещё нет."
        return
    if not latest:
        yield f"«{register.tab}»: после первого чтения строки не менялись."
        return
    yield f"«{register.tab}»: последние изменения строк, новые сверху."
    for one in latest:
        yield f"{day(one.day)}  обновление № {one.run}  {_code(one)}  {_brief(stories, one)}"


def version_as_json(register: Register[Any], stories: Stories, version: Told) -> str:
    """One version as an object: dates as ISO, an error as its word."""
    after = stories.after(version)
    told = {
        "register": register.key,
        "story": version.story,
        "code": None if version.id.startswith("?") else version.id,
        "run": version.run,
        "day": version.day.isoformat(),
        "until_run": after.run if after else None,
        "until_day": after.day.isoformat() if after else None,
        "gone": version.gone,
        "source": version.source,
        "cells": {
            one.heading or one.key: _plain(register, one.field, version.cells[one.key])
            for one in stories.columns(version)
            if one.key in version.cells
        },
        "changed": [
            {
                "heading": one.heading,
                "old": _plain(register, one.field, one.old),
                "new": _plain(register, one.field, one.new),
            }
            for one in (() if version.gone or stories.before(version) is None else stories.changes(version))
        ],
    }
    return json.dumps(told, ensure_ascii=False)


def _span(stories: Stories, version: Told) -> str:
    after = stories.after(version)
    until = f"{day(after.day)}" if after else "сейчас"
    return f"{day(version.day)} — {until} (обновление № {version.run})"


def _what(stories: Stories, version: Told) -> str:
    if version.gone:
        return "строки в реестре нет"
    before = stories.before(version)
    if before is None:
        return f"строка появилась, {version.source}"
    if before.gone:
        return f"строка снова в реестре, {version.source}"
    renamed = f", код {_code(before)} → {_code(version)}" if before.id != version.id else ""
    return f"изменено{renamed}"


def _brief(stories: Stories, version: Told) -> str:
    before = stories.before(version)
    if version.gone:
        return "строка удалена"
    if before is None:
        return "новая строка"
    headings = ", ".join(f"«{one.heading}»" for one in stories.changes(version))
    return headings or f"код {_code(before)} → {_code(version)}"


def _change_words(register: Register[Any], stories: Stories, version: Told, change: Change, most: Privacy) -> str:
    heading = change.heading or "Столбец без заголовка"
    if most < Privacy.P4 and _is_personal(register, change, most):
        return _UNTOLD if change.field is None else f"{heading}: {_PERSONAL}"
    new = _words(register, change.field, change.new)
    if stories.before(version) is None:
        return f"{heading}: {new}"
    return f"{heading}: {_words(register, change.field, change.old)} → {new}"


def _is_personal(register: Register[Any], change: Change, most: Privacy) -> bool:
    """The column is above, or what somebody typed there looks like a telephone, a passport, an address."""
    texts = (one for one in (change.old, change.new) if isinstance(one, str))
    return not _may_tell(register, change.field, most) or any(any(traces(one)) for one in texts)


def _may_tell(register: Register[Any], field: str | None, most: Privacy) -> bool:
    column = register.by_field.get(field or "")
    return column is not None and column.privacy <= most


def _code(version: Told) -> str:
    return _NOBODY if version.id.startswith("?") else version.id


def _words(register: Register[Any], field: str | None, raw: Raw) -> str:
    if raw is None:
        return _NOTHING
    found = _day(register, field, raw)
    if found is not None:
        return day(found)
    if isinstance(raw, CellError):
        return raw.word
    return raw if isinstance(raw, str) else f"{raw:.15g}".replace(".", ",")


def _plain(register: Register[Any], field: str | None, raw: Raw) -> str | float | None:
    found = _day(register, field, raw)
    if found is not None:
        return found.isoformat()
    return raw.word if isinstance(raw, CellError) else raw


def _day(register: Register[Any], field: str | None, raw: Raw) -> date | None:
    """The day that a number of a column of dates means."""
    column = register.by_field.get(field or "")
    is_date = column is not None and column.kind.name == "date"
    return date_of_serial(raw) if is_date and isinstance(raw, int | float) else None
