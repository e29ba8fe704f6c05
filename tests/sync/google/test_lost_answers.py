"""A write that took effect while its answer was lost: what staff type into the tab since then is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sync.google.names import REPORTS_TITLE
from sync.run import update
from sync.shelves.base import CHANGED_MEANWHILE
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.http import Delivery
from tests.sheets_server.running import Running
from tests.sync.google.faulty import Faults
from tests.sync.google.offices import build
from tests.sync.stateful.worlds.sheets import words_in

STATE = "Состояние"


def losing(place: str) -> Callable[[Call, Callable[[Call], Answer]], Answer | Delivery | None]:
    """The first write of a spreadsheet is carried out and answered with a fault; nothing goes through after it."""
    done: list[Call] = []
    trouble = answered({"error": {"code": 503, "message": "no", "status": "UNAVAILABLE"}}, 503)

    def fault(call: Call, answer: Callable[[Call], Answer]) -> Answer | None:
        if not done and place in call.path and call.path.endswith(":batchUpdate"):
            done.append(call)
            answer(call)
        return trouble if done else None

    return fault


@pytest.mark.parametrize("is_new", [False, True], ids=["made anew", "made for the first time"])
def test_what_is_typed_into_a_tab_that_a_lost_write_has_made_is_kept_aside(
    tmp_path: Path, server: Running, faults: Faults, *, is_new: bool
) -> None:
    office = build(tmp_path / "office", server)
    if not is_new:
        update(office.desk())
        office.batch(REPORTS_TITLE, [{"deleteSheet": {"sheetId": office.tabs(REPORTS_TITLE)[STATE]}}])
    faults.faults.append(losing(office.ids[REPORTS_TITLE]))
    assert update(office.desk()).left
    faults.faults.clear()
    office.type(REPORTS_TITLE, f"'{STATE}'!A1", "спросить у совета")
    results = [update(office.desk()) for _ in range(3)]
    assert is_new or set(results[0].left.values()) == {CHANGED_MEANWHILE}
    aside = (office.folder / "reports" / "Правленное вручную").glob("*.xlsx")
    assert ["спросить у совета" in words_in(path) for path in aside] == [True]
    assert (results[-1].left, results[-1].written) == ({}, ())
