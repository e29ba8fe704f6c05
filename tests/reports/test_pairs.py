"""«Похожие люди»."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from config.settings import Settings, parse
from reports.facts import Facts
from reports.pairs import compose
from reports.questions import OF_PEOPLE, WORKBOOK
from reports.report import Listing, Report
from tests.text_tables import scene
from validators.duplicates.answers import pair_of, spelling_of, with_pairs

MakeFacts = Callable[..., Facts]

ROWS = """Код | Фамилия | Имя | Отчество | Дата рождения | Статус участника | Дата зачисления
ШК-0001 | Чайкина | Ольга | Ильинична | 03.02.2010 | Участник | 01.10.2025
ШК-0002 | Чайкина | Ольга | Ильинична | 08.02.2010 | Участник | 01.11.2025"""
STUDENT = """Код | Фамилия | Имя | Отчество | Дата рождения | Статус участника
СТ-0001 | Чайкина | Ольга | Ильинична | 03.02.2010 | Кандидат"""


def facts(answers: Mapping[tuple[str, str], str] | None = None, settings: Settings | None = None) -> Facts:
    look = scene({"SCH": ROWS, "UNI": STUDENT}, settings)
    return Facts(replace(look, office=with_pairs(look.office, answers or {})), ())


def rows(report: Report) -> list[tuple[object, ...]]:
    return [row[:-1] for block in report.blocks if isinstance(block, Listing) for row in block.rows]


def test_without_pairs_there_is_no_tab() -> None:
    assert compose(Facts(scene({"UNI": STUDENT}), ())) == ()


def test_a_pair_is_named_by_its_codes_and_nothing_else() -> None:
    (report,) = compose(facts())
    assert rows(report) == [
        ("СТ-0001 и ШК-0001", "Школьники и СПО; Студенты вузов", "Совпадает всё: вторая запись не учтена", None),
        ("ШК-0001 и ШК-0002", "Школьники и СПО", "В дате рождения отличается одна цифра", None),
    ]


def test_an_answered_pair_stays_in_sight_with_its_answer() -> None:
    (report,) = compose(facts({("SCH", "шк 0001 и шк 0002"): "разные", ("UNI", "ст 0001 и шк 0001"): "Одно лицо"}))
    assert [row[::3] for row in rows(report)] == [
        ("СТ-0001 и ШК-0001", "один человек"),
        ("ШК-0001 и ШК-0002", "разные люди"),
    ]


def test_people_are_asked_about_in_a_workbook_that_stays_on_this_machine() -> None:
    mixed = parse('[storage]\nkind = "mixed"\n[personal_data]\nmode = "local"\n', {})
    (away,), (here,) = compose(facts(settings=mixed)), compose(facts())
    assert (away.workbook, away.local) == (OF_PEOPLE, True)
    assert here.workbook == WORKBOOK


def test_a_pair_is_read_back_by_its_name() -> None:
    assert spelling_of("ШК-0002", "ШК-0001") == spelling_of("ШК-0001", "ШК-0002") == "ШК-0001 и ШК-0002"
    assert pair_of("ШК-0001 и ШК-0002") == pair_of("шк 0001 и шк 0002") == frozenset({"ШК-0001", "ШК-0002"})
    assert pair_of("ШК-0001 и ШК-0001") is pair_of("школа 5") is pair_of("шк 0001") is None
