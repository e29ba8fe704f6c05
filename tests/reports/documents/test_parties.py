"""Who signs, agrees and receives a document, by the passport of the office and its staff."""

import pytest

from reports.documents import parties
from reports.documents.document import Signer, Stamp
from tests.reports.conftest import TABLES, MakeFacts

PASSPORT = """
Сведение                          | Значение                                              | Действует с | Действует по
Заместитель Губернатора (куратор) | {deputy}                                              | 01.09.2025  |
Организация-оператор              | ГАУ «Центр»                                           | 01.09.2025  |
Коллегиальный орган               | Совет при Губернаторе                                 | 01.09.2025  |
Адрес РПО                         | г. Светлобор, ул. Озёрная, д. 7                       | 01.09.2025  |
Полное наименование РПО           | Проектный офис прежнего сезона                        | 01.09.2024  | 31.08.2025
"""
REGION = '[office]\nregion = "Светлоборская область"\n'


@pytest.mark.parametrize(
    ("typed", "post", "name"),
    [
        ("Яшина Зоя Максимовна", "Заместитель Губернатора Светлоборской области", "Яшина Зоя Максимовна"),
        ("Первый заместитель Губернатора Лев Я.", "Первый заместитель Губернатора Лев Я.", ""),
        ("Вице-губернатор Соколов-Лесной Пётр Ильич", "Вице-губернатор", "Соколов-Лесной Пётр Ильич"),
        ("Вице-губернатор — Яшина З. М.", "Вице-губернатор", "Яшина З. М."),
    ],
)
def test_the_deputy_is_read_with_and_without_a_post(make_facts: MakeFacts, typed: str, post: str, name: str) -> None:
    facts = make_facts({**TABLES, "PASSPORT": PASSPORT.format(deputy=typed)}, settings=REGION)
    assert parties.deputy(facts) == Signer(post, name)
    stamp = parties.approval(facts, Stamp.AGREE)
    assert stamp is not None
    assert stamp.signer.post == post


def test_what_the_passport_says_holds_in_its_days(make_facts: MakeFacts) -> None:
    facts = make_facts({**TABLES, "PASSPORT": PASSPORT.format(deputy="")}, settings=REGION)
    assert parties.issuer(facts) == ("ГАУ «Центр»", parties.OFFICE)
    assert parties.place(facts) == "г. Светлобор"
    assert parties.body(facts) == "Совет при Губернаторе"
    assert parties.deputy(facts) is None
    assert parties.approval(facts, Stamp.AGREE) is None
    assert parties.to_deputy(facts) == ("Заместителю Губернатора Светлоборской области",)


def test_the_head_signs_for_the_office_of_the_programme(make_facts: MakeFacts) -> None:
    assert parties.head(make_facts()) == Signer("Руководитель РПО Программы", "Орлова Вера Ильинична")
    assert parties.head(make_facts({})) == Signer("Руководитель РПО Программы")


@pytest.mark.parametrize(
    ("region", "genitive"),
    [
        ("Светлоборская область", "Светлоборской области"),
        ("Приозёрный край", "Приозёрного края"),
        ("Ключеборский автономный округ", "Ключеборского автономного округа"),
        ("Республика Заречье", "Республики Заречье"),
    ],
)
def test_the_region_stands_in_the_genitive(make_facts: MakeFacts, region: str, genitive: str) -> None:
    assert parties.region_of(make_facts(settings=f'[office]\nregion = "{region}"\n')) == genitive
