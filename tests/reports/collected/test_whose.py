"""Whose a package is, by its name and its code."""

import pytest

from reports.collected.whose import whose


@pytest.mark.parametrize(
    ("region", "oktmo", "title"),
    [
        ("Рязанская область", "61", "Рязанская область"),
        ("Рязанская обл.", "", "Рязанская область"),
        ("Резанская область", "61", "Рязанская область"),
        ("Ненецкий автономный округ", "11", "Ненецкий автономный округ"),
        ("Ямало-Ненецкий авт. округ", "71", "Ямало-Ненецкий автономный округ"),
    ],
)
def test_a_subject_is_known_by_name_or_by_a_mistyped_name_with_its_code(region: str, oktmo: str, title: str) -> None:
    found = whose(region, oktmo)
    assert (found.title, found.odd) == (title, "")
    assert found.subject is not None


def test_a_region_that_is_not_in_the_list_keeps_its_name() -> None:
    found = whose("Светлоборская область", "62")
    assert (found.title, found.subject, found.odd) == ("Светлоборская область", None, "")


@pytest.mark.parametrize(
    ("region", "oktmo", "other"),
    [
        ("Рязанская область", "60", "Ростовская область"),
        ("Светлоборская область", "61", "Рязанская область"),
        ("Область", "71", "Ямало-Ненецкий"),
        ("Рязанская область", "62", "никакого"),
    ],
)
def test_a_name_and_a_code_of_different_subjects_are_odd(region: str, oktmo: str, other: str) -> None:
    found = whose(region, oktmo)
    assert found.subject is None
    assert other in found.odd
