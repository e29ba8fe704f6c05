"""`make demo-google`: the made-up office on the local Sheets server, and beside it the same office in a folder.

Prints what a cycle cost in calls and where the two differ; exit 1 when they differ in anything that is not listed.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reports.now import TAB as NOW

OFFICE, BESIDE = Path("demo-google"), Path("demo-office")
DIFFER = {
    "source": "источник: таблица Google вместо файла",
    "target": "место отчёта: лист в Google вместо книги в папке reports",
    "Замечания": "лист «Замечания» в каждой таблице реестров: в папке его нет",
    "cells": "муниципалитет участника: его нет в общих «Замечаниях» в Google, если таблица участников стоит в папке",
}
"""Everything in which an office in Google may differ from the same one in a folder."""

_OF_REMARKS = ("Замечания", "Без ответственного")

Line = Mapping[str, Any]  # Any: what JSON gives


def differences(here: Sequence[Line], there: Sequence[Line]) -> list[str]:
    """Remarks (`check --json`) that only one of the offices has, apart from their source."""
    first, second = ({_bare(one, "source") for one in lines} for lines in (here, there))
    return sorted(first ^ second)


def plan_differences(here: Sequence[Line], there: Sequence[Line]) -> list[str]:
    """Changes of `plan --json` that only one of them would make, apart from what is listed."""
    first = {_placeless(one) for one in here}
    second = {_placeless(one) for one in there if not _is_beside(one)}
    return sorted(first ^ second)


def _placeless(one: Line) -> str:
    return _bare(one, "target", *(("cells",) if one["tab"] in _OF_REMARKS else ()))


def _is_beside(one: Line) -> bool:
    """A tab that only Google has."""
    beside = str(one["target"]).startswith("Google: ") and one["target"] != "Google: Отчёты РПО"
    return beside or str(one["tab"]) == NOW


def _bare(one: Line, *keys: str) -> str:
    return json.dumps({key: value for key, value in one.items() if key not in keys}, ensure_ascii=False, sort_keys=True)


def main() -> int:
    """Makes both offices, updates the one in Google twice, compares."""
    with served() as url:
        print(f"Учебный сервер: {url}")
        first = rpo("demo", str(OFFICE), "--google", "--endpoint", url)[0]
        quiet = rpo("sync", "--office", str(OFFICE))[0]
        rpo("demo", str(BESIDE))
        found = differences(*(rpo("check", "--office", str(office)) for office in (BESIDE, OFFICE)))
    remarks = sum(first["remarks"].values())
    print(
        f"Первое обновление: замечаний {remarks}, листов записано {len(first['written'])}, обращений {first['calls']}."
    )
    print(f"Второе, без изменений: листов записано {len(quiet['written'])}, обращений {quiet['calls']}.")
    print("Отличия от того же офиса в папке, которые так и задуманы:")
    print("\n".join(f"  {words}" for words in DIFFER.values()))
    print("Другие отличия: " + ("\n".join(found) if found else "нет") + ".")
    print(f"Офис: {OFFICE}; замечания с именами — в {OFFICE / 'reports'}, остальное было на учебном сервере.")
    return int(bool(found) or bool(quiet["written"]))


@contextmanager
def served() -> Iterator[str]:
    """The local Sheets server as a process of its own; its address."""
    command = [sys.executable, "-m", "tests.sheets_server", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            told = process.stdout.readline() if process.stdout is not None else ""
            yield told.split()[-1]
        finally:
            process.terminate()


def rpo(*words: str) -> list[Line]:
    """What a command says in JSON, one object a line."""
    run = subprocess.run([sys.executable, "-m", "sync", *words, "--json"], capture_output=True, text=True, check=False)
    if run.returncode not in {0, 1}:
        raise SystemExit(run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


if __name__ == "__main__":
    raise SystemExit(main())
