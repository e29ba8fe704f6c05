"""How alike words and days are."""

from datetime import date

import pytest

from validators.duplicates.days import Born, days_alike
from validators.duplicates.words import Like, given, patronymic, surname


@pytest.mark.parametrize(
    ("one", "two", "like"),
    [
        ("анна", "анна", Like.SAME),
        ("софья", "софия", Like.SPELLING),
        ("данил", "данила", Like.SPELLING),
        ("алина", "арина", Like.FAR),
        ("александр", "александра", Like.FAR),
        ("мария", "марина", Like.FAR),
        ("екатерина", "екатирина", Like.SLIP),
        ("мария", "маиря", Like.SLIP),
        ("анна", "ана", Like.SLIP),
        ("пётр", "павел", Like.FAR),
    ],
)
def test_two_names_that_parents_give_are_two_names_and_others_may_be_a_slip(one: str, two: str, like: Like) -> None:
    assert given(one, two) is given(two, one) is like


def test_a_name_that_many_bear_is_no_slip_of_another() -> None:
    assert given("самбу", "самба") is Like.SLIP
    assert given("самбу", "самба", frozenset({"самбу", "самба"})) is Like.FAR


@pytest.mark.parametrize(
    ("one", "two", "like"),
    [
        ("петрова", "петрова", Like.SAME),
        ("петрова", "петорва", Like.SLIP),
        ("петрова", "петров", Like.SLIP),
        ("филиппова", "филипова", Like.SLIP),
        ("шереметьева", "шеремтева", Like.SLIP),
        ("петрова", "петрова сидорова", Like.PART),
        ("сидорова", "петрова сидорова", Like.PART),
        ("петрова", "сидорова", Like.FAR),
        ("ким", "цой", Like.FAR),
        ("ли", "ни", Like.FAR),
    ],
)
def test_surnames(one: str, two: str, like: Like) -> None:
    assert surname(one, two) is surname(two, one) is like


@pytest.mark.parametrize(
    ("one", "two", "like"),
    [
        ("ильич", "ильич", Like.SAME),
        ("", "", Like.SILENT),
        ("", "ильич", Like.SILENT),
        ("геннадьевич", "генадиевич", Like.SLIP),
        ("сергеевна", "сергевна", Like.SLIP),
        ("сергеевна", "андреевна", Like.FAR),
    ],
)
def test_patronymics(one: str, two: str, like: Like) -> None:
    assert patronymic(one, two) is patronymic(two, one) is like


@pytest.mark.parametrize(
    ("one", "two", "like"),
    [
        (date(2010, 2, 3), date(2010, 2, 3), Born.SAME),
        (date(2010, 2, 3), date(2010, 3, 2), Born.SWAPPED),
        (date(2010, 2, 12), date(2010, 2, 21), Born.TURNED),
        (date(2010, 2, 3), date(2010, 2, 13), Born.DIGIT),
        (date(2010, 2, 3), date(2009, 2, 3), Born.DIGIT),
        (date(2010, 2, 9), date(2010, 2, 10), Born.DIGIT),
        (date(2010, 2, 3), date(2010, 2, 28), Born.PART),
        (date(2010, 2, 3), date(2008, 7, 19), Born.FAR),
        (date(2010, 2, 3), None, Born.SILENT),
    ],
)
def test_days_of_birth(one: date, two: date | None, like: Born) -> None:
    assert days_alike(one, two) is days_alike(two, one) is like
