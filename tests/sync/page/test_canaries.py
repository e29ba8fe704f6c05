"""Nothing personal stands on any address of the page: canaries in every P3 and P4 cell, none of them out."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest

from sync.deeds import DEEDS
from sync.demo.workbooks import workbooks
from sync.run import update
from tests.sync.offices import desk_of
from tests.sync.page.visitors import Visitor, enter, page_of, walk
from tests.sync.test_canaries import with_canaries

TODAY = date(2026, 5, 6)
_CANARY = re.compile(
    r"Канарейкин[а-я]+|\+7 ?983 ?777[0-9 -]+|canary[0-9]+|[0-9]{2}\.[0-9]{2}\.19[34][0-9]|19[34][0-9]-[0-9]{2}-[0-9]{2}"
)
SETTINGS = """
[office]
region = "Светлоборская область"
oktmo = "62"
season = "2025/2026"
time_zone = "Asia/Yekaterinburg"
"""
ANSWERS = {
    "code": "ШК-0001", "codes": "ШК-0001 ШК-0002", "hold": "", "reason": "проверка", "force": "", "period": "2026-04",
    "document": "Отчёт по этапу", "figure": "K02", "register": "SCH", "since": "", "as_of": "", "meeting": "23.04.2026", "correct": "",
}  # fmt: skip


class Office(NamedTuple):
    """A folder full of canaries, and those of them that are surnames of employees."""

    folder: Path
    employees: frozenset[str]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The spoiled demo office full of canaries, updated at the end of April."""
    folder = tmp_path_factory.mktemp("canaries") / "office"
    rows, _ = with_canaries()
    (folder / "registers").mkdir(parents=True)
    for name, data in workbooks(rows).items():
        (folder / "registers" / name).write_bytes(data)
    (folder / "office.toml").write_text(SETTINGS, encoding="utf-8")
    update(desk_of(folder, "2026-04-30"))
    employees = {str(row["full_name"]).partition(" ")[0] for row in rows["STAFF"]}
    return Office(folder, frozenset(employees))


@pytest.fixture(scope="module")
def visitor(office: Office) -> Visitor:
    """The administrator, who sees everything that there is, on the office's own page."""
    return enter(page_of(office.folder, today=TODAY.isoformat()), office.folder, "администратор")


def texts_of(content: bytes) -> Iterator[str]:
    """What stands in an answer, in every part of an archive too."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for name in archive.namelist():
                yield from texts_of(archive.read(name))
    else:
        yield content.decode("utf-8", "replace")


def flown(content: bytes) -> set[str]:
    """The canaries that stand in an answer: a name, a telephone, an address, a day of birth before the war."""
    return {found for text in texts_of(content) for found in _CANARY.findall(text)}


def test_no_canary_flies_out_whatever_is_done(visitor: Visitor) -> None:
    for deed in sorted(DEEDS, key=lambda one: one.key):
        answer = visitor.send_form(f"/deeds/{deed.key}", **{ask.name: ANSWERS[ask.name] for ask in deed.asks})
        if answer.status_code == 303:
            visitor.app.state.site.worker.wait(60)  # type: ignore[attr-defined]  # Starlette's own
            answer = visitor.get(answer.headers["location"])
        assert answer.status_code == (422 if deed.key == "accept" else 200)
        assert flown(answer.content) == set(), deed.key


def test_no_canary_flies_out_of_any_address(office: Office, visitor: Visitor) -> None:
    seen = dict(walk(visitor, ("/docs/", "/documents/", "/reports-file/pdf")))
    assert len(seen) > 40
    assert {path: answer.status_code for path, answer in seen.items() if answer.status_code != 200} == {}
    found = {path: names for path, answer in seen.items() if (names := flown(answer.content))}
    assert set(found) == {"/periods/2026-04/0/Отчёты.xlsx", "/packages/1"}, "files that went to people as they are"
    assert {name for names in found.values() for name in names} <= office.employees
