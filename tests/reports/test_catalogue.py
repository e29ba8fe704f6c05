"""The catalogue of reports."""

from collections.abc import Callable

from reports.catalogue import REPORTS
from reports.facts import Facts
from reports.layout import content_digest, lay_out

MakeFacts = Callable[..., Facts]


def test_titles_of_tabs_fit_every_backend(make_facts: MakeFacts) -> None:
    reports = [report for recipe in REPORTS for report in recipe.compose(make_facts())]
    assert all(len(report.tab) <= 31 and not set(report.tab) & set(":\\/?*[]") for report in reports)
    assert len({(report.workbook, report.tab) for report in reports}) == len(reports)


def test_the_same_facts_give_the_same_reports(make_facts: MakeFacts) -> None:
    first, second = make_facts(), make_facts()
    for recipe in REPORTS:
        assert list(map(content_digest, recipe.compose(first))) == list(map(content_digest, recipe.compose(second)))


def test_an_empty_office_has_all_its_reports(make_facts: MakeFacts) -> None:
    empty = make_facts({})
    reports = [report for recipe in REPORTS for report in recipe.compose(empty)]
    assert [report.tab for report in reports] == [
        "Отчёт. Сводка руководителя",
        "Отчёт. Показатели",
        "Отчёт. План и просрочки",
        "Отчёт. Участники",
        "Отчёт. Команды и проекты",
        "Отчёт. Наставники и площадки",
        "Отчёт. Организации образования",
        "Отчёт. Финансы",
        "Отчёт. НП «Образование»",
        "Отчёт. Инфосопровождение",
        "Отчёт. Решения и поручения",
        "Отчёт. Работа РПО",
        "Отчёт. Региональная повестка",
        "Отчёт. Муниципалитеты",
        "Отчёт. Личные данные",
        "Отчёт. Качество данных",
        "Отчёт. Сверка",
        "Состояние",
        "Расшифровка",
        "Замечания",
        "Без ответственного",
    ]
    assert all(lay_out(report, None).boxes for report in reports)


def test_each_of_many_remarks_gets_its_line(make_facts: MakeFacts) -> None:
    rows = "\n".join(f"ОО-{number:04d} | Школа № {number} | что-то | Район {number}" for number in range(1, 2001))
    facts = make_facts({"EDU": f"Код | Полное наименование | Тип | Муниципалитет\n{rows}"})
    assert len(facts.remarks) >= 2000
    reports = [report for recipe in REPORTS for report in recipe.compose(facts)]
    remarks = next(report for report in reports if report.tab == "Замечания")
    assert len({box.row for box in lay_out(remarks, None).boxes}) >= 2000
