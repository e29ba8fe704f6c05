"""What staff type is quoted unless somebody's personal data may stand in it."""

import pytest

from reports.facts import Facts
from reports.quoting import EXPLANATION, is_clean, quoted
from tests.reports.conftest import TABLES, MakeFacts

NOTES = """
Код     | Период  | Показатель или раздел | Причина                                         | Меры
ПЯ-0001 | 2026-04 | K02                   | Две школы закрыты на карантин                   | набор продлён
ПЯ-0002 | 2026-04 | K09                   | Звоните Петрову, +7 912 345-67-89               |
ПЯ-0003 | 2026-04 | K13                   |                                                 |
"""


@pytest.fixture
def facts(make_facts: MakeFacts) -> Facts:
    return make_facts({**TABLES, "NOTE": NOTES}, settings='[registers]\nkept = ["NOTE"]\n')


@pytest.mark.parametrize(
    "text",
    [
        "Две команды перенесли сессию из-за карантина в школах",
        "Акты по выездным сессиям подписываются в апреле",
        "Заседание Совета по кадровой политике при Губернаторе перенесено на 23.04.2026",
        "Школа № 5 им. А. С. Пушкина закрыта на ремонт",
        "Выездная встреча: Ольховецкий округ, Староярский округ",
        "Письмо в ФПО от 12.02.2026 № 31, ответ ждём до 20 мая",
        "Договор № 17-С с АО «Светлоборский завод» подписан",
        "Вопросы — на адрес офиса",
    ],
)
def test_plain_words_are_quoted(facts: Facts, text: str) -> None:
    assert is_clean(facts, text)


@pytest.mark.parametrize(
    "text",
    [
        "Уточнить у родителей, тел. +7 912 345-67-89",
        "Пишите на lisa.petrova2009@example.ru",
        "СНИЛС 112-233-445 95 сверен",
        "Заболела Мария Сергеевна",
        "Справку принесёт Соколова Мария Сергеевна",
        "Разговаривали с Соколовой Марией Сергеевной",
        "Ждём подписи Соколовой М. С.",
        "Ждём подписи М. С. Соколовой",
        "Иван Петров перевёлся в другую школу",
        "Перевод Петрова Ивана согласован",
        "Воробьёв болеет с марта",
        "У Воробьёва нет согласия",
    ],
)
def test_a_text_that_names_somebody_or_tells_his_data_is_not_quoted(facts: Facts, text: str) -> None:
    assert not is_clean(facts, text)


def test_instead_of_a_suspected_text_it_is_said_where_it_stands(facts: Facts) -> None:
    notes = facts.scene.office.tables["NOTE"]
    said = [quoted(facts, notes, index, "reason", EXPLANATION) for index in range(3)]
    assert said == [
        "Две школы закрыты на карантин",
        "пояснение не приведено: в нём, похоже, есть персональные данные (ПЯ-0002)",
        "",
    ]
