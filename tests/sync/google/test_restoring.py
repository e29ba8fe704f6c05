"""A row of a table in Google is restored from the history of this machine, without asking Google for anything."""

from pathlib import Path

import pytest

from sync.cli import main
from sync.run import update
from tests.reports.test_restored import read_back
from tests.sync.google.offices import GoogleOfficeOnTest


def test_a_row_of_a_google_table_is_restored_on_this_machine(
    office: GoogleOfficeOnTest, capsys: pytest.CaptureFixture[str]
) -> None:
    update(office.desk())
    desk = office.desk()
    assert main(["restore", "TEAM", "КМ-0002", "--office", str(desk.root)]) == 0
    assert "отдельного листа в Google Таблице команда пока не создаёт" in capsys.readouterr().out
    (path,) = Path(desk.reports, "restored").iterdir()
    heading, row = read_back(path.read_bytes())
    told = dict(zip(map(str, heading), row, strict=False))
    assert (told["Название команды"], told["Дата формирования"]) == ("Команда 2", 45931)
