"""The 89 subjects of the federation: their codes, and what people type instead of their names."""

import pytest

from config.subjects import SUBJECTS, subject_named, subjects_coded


def test_there_are_eighty_nine_with_codes_of_their_own() -> None:
    assert len(SUBJECTS) == 89
    assert len({one.oktmo for one in SUBJECTS}) == len({one.title for one in SUBJECTS}) == 89
    assert all(len(one.oktmo) == 8 and one.oktmo.endswith("00000") for one in SUBJECTS)


def test_every_name_and_every_other_name_means_one_subject() -> None:
    for one in SUBJECTS:
        for name in (one.title, *one.also):
            assert subject_named(name) is one, name


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Рязанская обл.", "Рязанская область"),
        ("область рязанская", "Рязанская область"),
        ("г. Москва", "Москва"),
        ("Город федерального значения Севастополь", "Севастополь"),
        ("Татарстан", "Республика Татарстан (Татарстан)"),
        ("Республика Саха", "Республика Саха (Якутия)"),
        ("Ямало-Ненецкий АО", "Ямало-Ненецкий автономный округ"),
        ("Ханты-Мансийский автономный округ-Югра", "Ханты-Мансийский автономный округ — Югра"),
        ("Кемеровская область", "Кемеровская область — Кузбасс"),
        ("Алтай", "Республика Алтай"),
        ("Светлоборская область", None),
        ("Ненецкий", None),
        ("", None),
        ("республика", None),
    ],
)
def test_a_typed_name_means(typed: str, title: str | None) -> None:
    found = subject_named(typed)
    assert (found.title if found else None) == title


def test_two_digits_may_mean_a_region_and_the_areas_in_it() -> None:
    assert [one.title for one in subjects_coded("71")] == [
        "Тюменская область",
        "Ханты-Мансийский автономный округ — Югра",
        "Ямало-Ненецкий автономный округ",
    ]
    assert [one.title for one in subjects_coded("11")] == ["Архангельская область", "Ненецкий автономный округ"]
    assert subjects_coded("62") == ()
