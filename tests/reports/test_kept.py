"""Reports are given back exactly as they were kept."""

from datetime import date, datetime

import pytest

from reports.composed import compose_all
from reports.kept import keep, kept
from reports.report import (
    Chart,
    ChartKind,
    Field,
    Form,
    Jump,
    Light,
    Link,
    Listing,
    Report,
    Series,
    Value,
    Words,
)
from tests.reports.conftest import MakeFacts

MOMENT = datetime(2026, 4, 30, 23, 59)  # noqa: DTZ001  a cell has no zone


@pytest.mark.parametrize(
    "value",
    [
        "текст", "=СУММ(A1)", 12, 12.5, None, date(2026, 4, 30), datetime(2026, 4, 30, 23, 59), Light.RED,  # noqa: DTZ001  a cell has no zone
        Link("слова", "Команды.xlsx", "Команды", "I14", "https://example.ru"), Jump("подробнее", "Состояние", "Команды"),
    ],
)  # fmt: skip
def test_every_value_of_a_cell_comes_back_as_it_was(value: Value) -> None:
    report = Report("Отчёты", "Состояние", (Listing("", (Field("Столбец", 9, Form.DATE),), ((value,),)),))
    (back,) = kept(keep([report]))
    assert back == report
    (row,) = back.blocks[0].rows  # type: ignore[union-attr]  # it is a listing
    assert type(row[0]) is type(value)


def test_charts_and_words_come_back_as_they_were() -> None:
    chart = Chart("Динамика", ChartKind.LINE, ("март", "апрель"), (Series("Зачислено", (10.0, None)),), "чел.")
    report = Report("Отчёты", "Состояние", (Words("Заголовок", "title"), chart), notice="Закрыто", local=True)
    assert kept(keep([report])) == (report,)


def test_all_reports_of_an_office_come_back_as_they_were(make_facts: MakeFacts) -> None:
    reports = compose_all(make_facts())
    assert kept(keep(reports)) == reports


def test_the_same_reports_are_the_same_bytes(make_facts: MakeFacts) -> None:
    assert keep(compose_all(make_facts())) == keep(compose_all(make_facts()))


def test_what_a_later_program_no_longer_knows_is_left_out() -> None:
    data = keep([Report("Отчёты", "Состояние", ())]).replace(b'"notice":', b'"colour":"red","notice":')
    assert kept(data) == (Report("Отчёты", "Состояние", ()),)


def test_a_value_of_another_type_is_refused() -> None:
    report = Report("Отчёты", "Состояние", (Listing("", (Field("А", 9),), (({},),)),))  # type: ignore[arg-type]  # that is the case
    with pytest.raises(TypeError, match="dict"):
        keep([report])
