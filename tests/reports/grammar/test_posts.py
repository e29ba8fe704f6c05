"""Posts and regions in cases."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.grammar.case import Case
from reports.grammar.posts import post_in
from reports.grammar.regions import region_in
from tests.reports.grammar.post_table import POSTS

ORDER = (Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL)
LINES = [[cell.strip() for cell in line.split("|")] for line in POSTS.strip().splitlines()]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_a_post_is_declined_as_the_language_does(line: list[str]) -> None:
    post, *expected = line
    assert [post_in(post, case) for case in ORDER[: len(expected)]] == expected


def test_the_table_is_as_long_as_was_promised() -> None:
    assert len(LINES) >= 60
    assert sum(len(line) == 5 for line in LINES) >= len(LINES) / 3


@pytest.mark.parametrize(
    ("post", "instrumental"),
    [("ученый секретарь", "ученым секретарём"), ("Учёный секретарь", "Учёным секретарём")],
)
def test_the_letter_yo_stands_where_it_was_typed(post: str, instrumental: str) -> None:
    assert post_in(post, Case.INSTRUMENTAL) == instrumental


@pytest.mark.parametrize("words", ["", "отдел закупок РПО", "РПО", "по делам молодёжи", "xyz", "12"])
def test_what_is_no_post_stays_a_text(words: str) -> None:
    assert isinstance(post_in(words, Case.DATIVE), str)
    assert post_in(words, Case.NOMINATIVE) == words


@pytest.mark.parametrize(
    ("region", "genitive", "prepositional"),
    [
        ("Ульяновская область", "Ульяновской области", "Ульяновской области"),
        ("Республика Татарстан", "Республики Татарстан", "Республике Татарстан"),
        (
            "Республика Северная Осетия — Алания",
            "Республики Северная Осетия — Алания",
            "Республике Северная Осетия — Алания",
        ),
        ("Чувашская Республика — Чувашия", "Чувашской Республики — Чувашии", "Чувашской Республике — Чувашии"),
        ("Кемеровская область — Кузбасс", "Кемеровской области — Кузбасса", "Кемеровской области — Кузбассе"),
        (
            "Ханты-Мансийский автономный округ — Югра",
            "Ханты-Мансийского автономного округа — Югры",
            "Ханты-Мансийском автономном округе — Югре",
        ),
        ("Алтайский край", "Алтайского края", "Алтайском крае"),
        ("Еврейская автономная область", "Еврейской автономной области", "Еврейской автономной области"),
        ("город Москва", "города Москвы", "городе Москве"),
        ("Санкт-Петербург", "Санкт-Петербурга", "Санкт-Петербурге"),
        ("Донецкая Народная Республика", "Донецкой Народной Республики", "Донецкой Народной Республике"),
    ],
)
def test_a_region_is_declined_as_in_laws(region: str, genitive: str, prepositional: str) -> None:
    assert region_in(region, Case.GENITIVE) == genitive
    assert region_in(region, Case.PREPOSITIONAL) == prepositional


def test_a_region_is_no_person_in_the_accusative() -> None:
    assert region_in("Алтайский край", Case.ACCUSATIVE) == "Алтайский край"
    assert region_in("Ульяновская область", Case.ACCUSATIVE) == "Ульяновскую область"


@settings(max_examples=40)
@given(st.text(alphabet="директор—,и -№«»().1Ия", max_size=30), st.sampled_from(Case))
def test_any_text_is_declined_without_an_error(text: str, case: Case) -> None:
    assert isinstance(post_in(text, case), str)
