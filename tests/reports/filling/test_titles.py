"""A title means one indicator or none: a word that we don't know makes it none."""

import pytest

from reports.figures.catalogue import INDICATORS
from reports.filling.titles import title_of


@pytest.mark.parametrize(
    ("words", "code", "category"),
    [
        ("Количество школьников, принявших участие", "K02", "Школьник"),
        ("Численность обучающихся, принявших участие в проекте", "K02", ""),
        ("Количество зачисленных студентов колледжей", "K02", "Студент СПО"),
        ("Количество поданных заявок, ед.", "K01", ""),
        ("Число муниципальных образований", "K04", ""),
        ("Доля обучающихся, прошедших установочное обучение, %", "K06", ""),
        ("Количество площадок", "K15", ""),
        ("Количество публикаций в СМИ", "K28", ""),
        ("Количество защищённых проектов", "K12", ""),
        ("Прошли профессиональные пробы и стажировки", "K16", ""),
        ("Прошли профессиональные пробы", "", ""),
        ("Количество участников олимпиады", "", ""),
        ("Количество наставников из числа предприятий", "", ""),
        ("Кассовое исполнение, тыс. руб.", "", ""),
        ("Доля зачисленных, %", "", ""),
        ("Количество сохранивших контингент", "", ""),
        ("Примечание", "", ""),
        ("№ п/п", "", ""),
    ],
)
def test_a_title_is_understood_or_left_to_a_person(words: str, code: str, category: str) -> None:
    found = title_of(words)
    assert (found.code, found.category) == (code, category)


@pytest.mark.parametrize("words", ["студенты", "школьники и студенты СПО", "Количество девочек"])
def test_people_whom_we_do_not_tell_apart_are_not_clear(words: str) -> None:
    assert not title_of(words).is_clear


def test_our_own_titles_are_ours() -> None:
    found = {one.id: title_of(one.title).code for one in INDICATORS}
    assert {key for key, code in found.items() if code not in ("", key)} == set()
    assert len([code for code in found.values() if code]) >= 28
