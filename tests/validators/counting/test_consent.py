"""K31: whose consent holds on the day."""

from datetime import date

import pytest

from config.settings import Settings
from config.thresholds import ThresholdsSection
from tests.validators.counting.asked import PUPILS, STUDENTS, ask

HEAD = "Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления | Согласие: дата | Согласие дал | Дата отзыва согласия"
ROW = "ШК-0001 | Чайкина | Ольга | нет | {} | ОО-0001 | 9А | Участник | 01.10.2025 | {} | {} | {}"
MINOR, ADULT = "16.04.2008", "15.04.2008"


def value(born: str, agreed: str, giver: str, withdrawn: str = "", settings: Settings | None = None) -> float | None:
    tables = {"SCH": f"{HEAD}\n{ROW.format(born, agreed, giver, withdrawn)}"}
    return ask(tables, "K31", settings=settings).value


@pytest.mark.parametrize(
    ("born", "agreed", "giver", "withdrawn", "holds"),
    [
        pytest.param(MINOR, "01.09.2025", "Представитель", "", True, id="given by the representative"),
        pytest.param(MINOR, "01.09.2025", "Оба", "", True, id="given by both"),
        pytest.param(MINOR, "01.09.2025", "Сам", "", False, id="given by the minor alone"),
        pytest.param(ADULT, "01.09.2025", "Сам", "", True, id="given by the adult"),
        pytest.param(ADULT, "01.09.2025", "Представитель", "", False, id="of age today, asked no more"),
        pytest.param(MINOR, "01.09.2025", "", "", True, id="it is not known who gave it"),
        pytest.param("", "01.09.2025", "Сам", "", True, id="it is not known how old he is"),
        pytest.param(MINOR, "", "Представитель", "", False, id="no date, no consent"),
        pytest.param(MINOR, "15.04.2026", "Представитель", "", True, id="late, but given"),
        pytest.param(MINOR, "01.09.2025", "Представитель", "15.04.2026", False, id="withdrawn today"),
        pytest.param(MINOR, "01.04.2026", "Представитель", "01.03.2026", True, id="given anew"),
    ],
)
def test_a_consent_holds_when_the_right_people_gave_it_and_did_not_withdraw_it(
    born: str, agreed: str, giver: str, withdrawn: str, *, holds: bool
) -> None:
    assert value(born, agreed, giver, withdrawn) == (100 if holds else 0)


def test_where_the_office_wants_so_he_who_is_14_agrees_himself_as_well() -> None:
    own = Settings(thresholds=ThresholdsSection(own_consent_from_14=True))
    assert value(MINOR, "01.09.2025", "Представитель") == 100
    assert value(MINOR, "01.09.2025", "Представитель", settings=own) == 0
    assert value("16.04.2012", "01.09.2025", "Представитель", settings=own) == 100


def test_only_active_participants_are_asked_each_once() -> None:
    count = ask({"SCH": PUPILS, "UNI": STUDENTS}, "K31")
    assert count.of == ("ШК-0001", "ШК-0002", "СТ-0001")
    assert ask({"SCH": PUPILS}, "K31", on=date(2025, 8, 31)).value == 0


def test_without_the_column_of_consents_there_is_no_value() -> None:
    assert ask({"SCH": PUPILS.replace("Согласие: дата", "Подпись")}, "K31").why == "нет нужного столбца"
