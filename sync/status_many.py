"""The state of many offices, a line each."""

import json
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from config.errors import OfficeError
from reports import wording
from sync.lock import is_served
from sync.offices import desk_in, offices_in
from sync.state.jobs import FAILED
from sync.status import Status, as_json, status_of


@dataclass(frozen=True)
class Line:
    """One office: its status, or the trouble that keeps from reading it."""

    name: str
    status: Status | None
    trouble: OfficeError | None = None


def many_lines(options: Namespace) -> int:
    """Prints them; 7 when something is held in any of them, 1 when one can't be read, else 0."""
    folder = Path(options.offices)
    lines = [_line_of(one, options.today) for one in offices_in(folder)]
    if options.json:
        print("\n".join(json.dumps(_as_json(one), ensure_ascii=False) for one in lines))
    else:
        served = "Служба офисов этой папки на этой машине"
        print(f"{served} {'работает' if is_served(folder) else 'не запущена. Запустить: rpo serve --offices ПАПКА'}.")
        print("\n".join(map(in_words, lines)))
    if any(one.status is not None and one.status.waiting for one in lines):
        return 7
    return int(any(one.trouble is not None for one in lines))


def in_words(line: Line) -> str:
    """«Алтай: обновление № 12, 15.04.2026 12:00; приостановлено: 1; не удалось: Ночное обновление.»"""
    if line.status is None:
        return f"{line.name}: {line.trouble.sentence if line.trouble is not None else 'не читается.'}"
    last, parts = line.status.last, []
    if last:
        parts.append(f"обновление № {last['run']}, {str(last['finished'])[:16].replace('T', ' ')}")
    else:
        parts.append("обновлений ещё не было")
    failed = sum(one["state"] == "failed" for one in last.get("registers", {}).values())
    held, letters = len(line.status.waiting), len(line.status.mail)
    counts = {"приостановлено": held, "не прочитано": failed, "писем не ушло": letters}
    parts += [f"{words}: {count}" for words, count in counts.items() if count]
    wrong = [one.job.title for one in line.status.jobs if one.last is not None and one.last.result == FAILED]
    parts += [f"не удалось: {', '.join(wrong)}"] if wrong else []
    upcoming = min((one.upcoming for one in line.status.jobs if one.upcoming is not None), default=None)
    parts += [f"следующее {wording.moment(upcoming)}"] if upcoming is not None else []
    return f"{line.name}: {'; '.join(parts)}."


def _line_of(folder: Path, today: str | None) -> Line:
    try:
        return Line(folder.name, status_of(desk_in(folder, today)))
    except OfficeError as trouble:
        return Line(folder.name, None, trouble)


def _as_json(line: Line) -> dict[str, object]:
    if line.status is None:
        code = type(line.trouble).__name__ if line.trouble is not None else None
        return {"office": line.name, "trouble": code}
    return {"office": line.name, "trouble": None, **as_json(line.status)}
