"""Numbers in sentences of documents: verb and noun agree, nothing and the unknown are said in words."""

from datetime import date

import pytest

from reports.documents.agreement import Saying, closed, day_words, listed, sentences, span_words, unknown
from reports.documents.sayings import NUMBERS, PORTIONS, SHARES
from reports.figures.catalogue import BY_ID
from tests.reports.conftest import rows_of
from tests.reports.documents.reading import plain
from validators.counting.count import NO_COLUMN, NOT_KEPT

SAID = """
K01 |   0 | заявок не подано
K01 |   1 | подана 1 заявка
K01 |   3 | подано 3 заявки
K02 |   1 | зачислен 1 участник
K02 |   2 | зачислено 2 участника
K02 |   5 | зачислено 5 участников
K02 |  11 | зачислено 11 участников
K02 |  21 | зачислен 21 участник
K02 | 143 | зачислено 143 участника
K04 |   0 | ни один муниципалитет не охвачен
K04 |  21 | охвачен 21 муниципалитет
K05 |   2 | охвачено 2 образовательные организации
K05 |   5 | охвачено 5 образовательных организаций
K05 | 101 | охвачена 101 образовательная организация
K09 |   1 | действует 1 команда
K09 |   2 | действуют 2 команды
K09 |   5 | действует 5 команд
K12 |   0 | защищённых проектов нет
K12 |   1 | защищён 1 проект
K13 |  21 | утверждён 21 наставник
K13 |  22 | утверждено 22 наставника
K15 |   1 | утверждена 1 площадка
K16 |   0 | профессиональную пробу или стажировку никто не прошёл
K16 |   1 | профессиональную пробу или стажировку прошёл 1 участник
K16 |   2 | профессиональную пробу или стажировку прошли 2 участника
K20 |   5 | в региональную повестку включено 5 человек
K20 |  21 | в региональную повестку включён 21 человек
K28 |   2 | с начала года вышли 2 публикации
K33 |   1 | по приоритетным направлениям утверждена 1 образовательная организация
K02 | 1250 | зачислено 1 250 участников
"""
PARTS = """
K06 |  1 |   1 | из тех, кому требуется установочное обучение, его прошёл 1 из 1 участника (100 %)
K06 |  0 |   5 | из тех, кому требуется установочное обучение, его не прошёл ни один из 5 участников
K07 | 21 |  22 | на цифровой платформе активен 21 из 22 участников (95,5 %)
K07 |  2 |  21 | на цифровой платформе активны 2 из 21 участника (9,5 %)
K10 |  1 |  21 | полный состав у 1 из 21 команды (4,8 %)
K10 |  0 |   2 | полного состава нет ни у одной из 2 команд
K19 |  1 |   5 | поощрён 1 из 5 участников (20 %)
K22 |  0 |   1 | в срок не исполнено ни одно из 1 мероприятия плана с наступившим сроком
K22 |  5 |  21 | в срок исполнено 5 из 21 мероприятия плана с наступившим сроком (23,8 %)
K23 |  1 |   2 | в срок исполнено 1 из 2 поручений с наступившим сроком (50 %)
K29 |  1 |   5 | в срок представлен 1 из 5 отчётов (20 %)
K30 |  2 |   2 | в срок исполнено 2 из 2 запросов ФПО (100 %)
"""


@pytest.mark.parametrize(("key", "number", "words"), rows_of(SAID))
def test_verb_and_noun_agree_with_the_number(key: str, number: str, words: str) -> None:
    assert plain(NUMBERS[key].of(int(number))) == words


@pytest.mark.parametrize(("key", "part", "whole", "words"), rows_of(PARTS))
def test_a_part_agrees_and_its_whole_stands_in_the_genitive(key: str, part: str, whole: str, words: str) -> None:
    share = 100 * int(part) / int(whole)
    assert plain(PORTIONS[key].of(int(part), int(whole), share)) == words


def test_whatever_is_said_is_an_indicator_and_said_in_one_way() -> None:
    said = [*NUMBERS, *PORTIONS, *SHARES]
    assert set(said) <= set(BY_ID)
    assert len(said) == len(set(said))
    assert all(BY_ID[key].unit == "%" for key in (*PORTIONS, *SHARES))


@pytest.mark.parametrize(
    ("why", "abouts", "words"),
    [
        (NOT_KEPT, ("числе команд",), "нет данных о числе команд: реестр не ведётся"),
        (NOT_KEPT, ("охвате", "составе"), "нет данных об охвате и о составе: реестры не ведутся"),
        (NO_COLUMN, ("исполнении",), "нет данных об исполнении: в реестре нет нужного столбца"),
        ("нет участников", ("числе", "составе"), "нет данных о числе и о составе: нет участников"),
        ("", ("публикациях",), "нет данных о публикациях"),
    ],
)
def test_what_is_not_known_is_said_with_its_reason(why: str, abouts: tuple[str, ...], words: str) -> None:
    assert unknown(why, *abouts) == words


def test_dates_stand_in_words() -> None:
    assert plain(day_words(date(2026, 4, 5))) == "5 апреля 2026 года"
    assert plain(span_words(date(2025, 12, 1), date(2026, 3, 31))) == "с 1 декабря 2025 года по 31 марта 2026 года"
    assert plain(span_words(date(2026, 3, 1), date(2026, 4, 10))) == "с 1 марта по 10 апреля 2026 года"


def test_clauses_become_sentences_and_empty_ones_are_left_out() -> None:
    assert sentences("действует 1 команда", "", "защищённых проектов нет") == (
        "Действует 1 команда. Защищённых проектов нет."
    )
    assert listed(("школьники", "студенты СПО", "студенты вузов")) == "школьники, студенты СПО и студенты вузов"
    assert closed(("а", "б")) == ("а;", "б.")


def test_of_none_nothing_is_said_where_there_are_no_words_for_it() -> None:
    assert Saying(("ждёт",) * 3, ("ответ",) * 3, "", "").of(0) == ""
