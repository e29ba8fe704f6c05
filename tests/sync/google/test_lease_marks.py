"""A tab that was written under a later lease is left alone; the rule of a fresh stamp stands once."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sync.google.names import REPORTS_TITLE
from sync.google.own_tabs import Mark, mark_of
from sync.lease import Contender
from sync.run import update
from sync.state.store import Store
from tests.sheets_server.running import Running
from tests.sync.google.offices import build
from tests.sync.offices import team

TAKEN = "в эту таблицу уже пишет служба на другой машине; эта копия ничего не записала"
WRONG = [team(number, **({"Стадия": "Почти"} if number == 3 else {})) for number in range(1, 7)]


@pytest.mark.parametrize("mark", [Mark(17, "0123456789abcdef"), Mark(17, "0123456789abcdef", 5)])
def test_a_mark_is_read_back_with_its_token(mark: Mark) -> None:
    assert mark_of(str(mark)) == mark


def test_a_spreadsheet_written_under_a_later_lease_is_not_written(tmp_path: Path, server: Running) -> None:
    office = build(tmp_path / "office", server, teams=WRONG)
    desk = office.desk()
    with Store.open(desk.history) as store:
        for number in range(8):
            lease = Contender(store, str(number)).attempt(joining=False)
            assert lease is not None
            lease.release()
    assert update(desk).written, "under the ninth lease"
    with Store.open(desk.history) as store, store.changing("try") as connection:
        connection.exec_driver_sql("UPDATE leases SET token = 3")
    office.type("Команды", "'Команды и проекты'!B4", "Другое название")
    result = update(office.desk())
    assert set(result.left.values()) == {TAKEN}
    assert result.calls["write"] == 0


def test_the_rule_of_the_stamp_stands_once_after_many_updates(tmp_path: Path, server: Running) -> None:
    office = build(tmp_path / "office", server, teams=WRONG)
    for day in (date(2026, 4, 15), date(2026, 4, 16), date(2026, 4, 17)):
        update(replace(office.desk(), today=day))
    fields = {"fields": "sheets(properties(title),conditionalFormats)"}
    sheets = office.ask("GET", f"/v4/spreadsheets/{office.ids[REPORTS_TITLE]}", query=fields)["sheets"]
    rules = {one["properties"]["title"]: one.get("conditionalFormats", []) for one in sheets}
    stamped = [found for found in rules.values() if found]
    assert stamped
    assert {len(found) for found in stamped} == {1}
    formulas = {found[0]["booleanRule"]["condition"]["values"][0]["userEnteredValue"] for found in stamped}
    assert all(formula.startswith("=TODAY()>") for formula in formulas)
