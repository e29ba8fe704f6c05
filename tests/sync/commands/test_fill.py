"""`rpo fill` as a person types it, and the marks that `rpo explore` drafts for a form."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.cli import main
from tests.reports.filling.forms import book, values
from tests.sync.federal_office import MAY, build_federal

Said = Callable[[], str]
FORM = (
    ("Показатель", "План", "Факт"),
    ("Количество участников, зачисленных в Программу", None, None),
    ("в том числе школьники", None, None),
    ("Количество команд", None, None),
    ("Количество волонтёров", None, None),
    ("Ответственный: Белов И.И.", None, None),
    ("Итого", None, "=SUM(C2:C4)"),
)
MARKED = {"B2": "{K02; план}", "C2": "{K02}", "C3": "{K02; категория=Школьник}", "B4": "{K09; план}", "C4": "{K09}"}


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """What was printed since the last question."""
    return lambda: capsys.readouterr().out


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No office is near."""
    monkeypatch.delenv("RPO_OFFICE", raising=False)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "Форма 7.xlsx"
    path.write_bytes(book(FORM))
    return path


def test_a_form_is_explored_and_its_marks_stand_in_a_copy_beside_it(form: Path, said: Said) -> None:
    before = form.read_bytes()
    assert main(["explore", str(form)]) == 0
    page = said()
    assert "Это похоже на форму сбора показателей, лист «Форма». Предложено: 5\u00a0меток." in page
    assert "C3    {K02; категория=Школьник}" in page
    assert "5     «Количество волонтёров»: такого показателя нет или название непонятно" in page
    assert "Белов" not in page
    assert f"rpo explore '{form}' --write" in page
    assert main(["explore", str(form), "--write"]) == 0
    copy = form.with_name("Форма 7 с метками.xlsx")
    assert MARKED.items() <= values(copy.read_bytes()).items()
    assert form.read_bytes() == before
    assert f"Дальше: rpo fill '{copy}'" in said()


def test_a_marked_copy_that_a_person_has_mended_is_not_written_over(form: Path, said: Said) -> None:
    copy = form.with_name("Форма 7 с метками.xlsx")
    copy.write_bytes(b"mine")
    assert main(["explore", str(form), "--write"]) == 1
    assert "уже есть и не изменён" in said()
    assert copy.read_bytes() == b"mine"


def test_a_form_of_municipalities_is_no_register_of_people(tmp_path: Path, said: Said) -> None:
    path = tmp_path / "Свод.xlsx"
    path.write_bytes(book([["№", "Муниципалитет", "Подано заявок", "Зачислено"], [1, "Бийск"], [2, "Барнаул"]]))
    assert main(["explore", str(path)]) == 0
    page = said()
    assert "C2    {K01; муниципалитет=Бийск}" in page
    assert "rpo explore" in page.splitlines()[-1]


def test_programs_are_told_the_marks_of_a_form(form: Path, said: Said) -> None:
    assert main(["explore", str(form), "--json"]) == 0
    (found,) = [json.loads(line) for line in said().splitlines()]
    assert {one["cell"]: one["mark"] for one in found["marks"]} == MARKED
    assert [one["row"] for one in found["unsure"]] == [5, 6, 7]


def test_people_and_programs_are_told_what_became_of_each_mark(form: Path, tmp_path: Path, said: Said) -> None:
    office = tmp_path / "rpo"
    build_federal(office)
    assert main(["explore", str(form), "--write", "-q"]) == 0
    said()
    marked = str(form.with_name("Форма 7 с метками.xlsx"))
    assert main(["fill", marked, "--office", str(office), "--today", MAY]) == 1
    told = said()
    path = office / "exports" / "ФПО" / "2026-04 Форма 7.xlsx"
    assert values(path.read_bytes())["C2"] == values(path.read_bytes())["C3"] == 31
    assert "Форма заполнена: период «апрель 2026 г.», данные на 30.04.2026. Сама форма не изменена." in told
    assert f"Копия: {path}" in told
    assert "Заполнено: 3\u00a0ячейки из 5." in told
    assert "  «Форма» B2, B4: план не утверждён." in told
    assert main(["fill", marked, "--office", str(office), "--today", MAY, "--json"]) == 1
    found = json.loads(said())
    assert (found["new"], found["as_of"], found["hidden"], found["formulas"]) == (
        False, "2026-04-30", [], {"hidden": [], "empty": []},
    )  # fmt: skip
    assert [one["cell"] for one in found["empty"]] == ["Форма!B2", "Форма!B4"]
