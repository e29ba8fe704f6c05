"""Every deed of the head goes through the tab, once, and tells what came of it without a command and without names."""

import pytest

from sync.deeds import DEEDS
from sync.now.tab import HEADS
from sync.page.roles import Role, may
from sync.state.store import Store
from tests.sync.google.processes import TAB, TEAMS
from tests.sync.now.heads_tab import BLANK, HeadsTab, said

CLOSE, CORRECT, PACKAGE = "Закрыть период", "Уточнить период", "Выпустить пакет для ФПО"


def test_the_tab_has_the_deeds_that_the_page_gives_to_the_head(tab: HeadsTab) -> None:
    assert list(tab.lines()) == [one.title for one in HEADS]
    assert [one.key for one in HEADS] == [one.key for one in DEEDS if may(Role.HEAD, one.key)]


def test_what_only_looks_or_makes_files_is_done_in_one_look(tab: HeadsTab) -> None:
    tab.type("Обновить")
    tab.type("Сделать документ", "К планёрке")
    tab.type("Откуда цифра", "K09 · Команд действует")
    tab.type("История строки", "Наставники", "нс-1")
    tab.type("Восстановить строки", "Команды и проекты", "КМ-0001, КМ-0002")
    looked = tab.look()
    assert said(looked) == [
        "Обновить", "Сделать документ", "Откуда цифра", "История строки", "Восстановить строки",
    ]  # fmt: skip
    assert tab.update().run == 3
    lines = tab.lines()
    assert lines["Обновить"].result.startswith("Обновление № 3.")
    assert lines["Сделать документ"].result.startswith("Готово: К планёрке")
    assert "Учтено (8): КМ-0001" in lines["Откуда цифра"].result
    assert "Фамилия: значение личное" in lines["История строки"].result
    assert "reports/restored/Команды и проекты" in lines["Восстановить строки"].result
    assert all((line.asked, line.go) == (BLANK, "") for line in lines.values())
    words = str(tab.values())
    assert not any(one in words for one in ("Горин", "Снегова", "7912", "example.ru", "rpo sync", str(tab.stage.shelf)))
    assert tab.look() == type(looked)()
    assert tab.update().written == ()


def test_a_period_is_closed_sent_and_corrected(tab: HeadsTab) -> None:
    tab.type(CLOSE, "2026-04")
    assert told(tab).startswith("Период закрыт: апрель 2026")
    tab.type(PACKAGE, "апрель 2026 г., по 30.04.2026")
    assert told(tab).startswith("Пакет для ФПО за период")
    clear(tab, 9)
    tab.type(CORRECT, "2026-04", "лишняя команда")
    assert told(tab).startswith("Не сделано. За период «апрель 2026")
    tab.update()
    refused = tab.lines()[CORRECT]
    assert (refused.asked, refused.go) == (["2026-04", "лишняя команда", ""], ""), "what was refused may be mended"
    assert offered(tab, CORRECT) == offered(tab, PACKAGE) == ["апрель 2026 г., по 30.04.2026"]
    tab.type(CORRECT)
    assert told(tab).startswith("Выпущен уточнённый отчёт № 1")
    with Store.open(tab.desk().history, read_only=True) as store:
        period = store.period("2026-04")
    assert period is not None
    assert period.reason == "лишняя команда (лист «Сделать сейчас»)"


def test_what_waits_for_a_decision_is_offered_and_accepted(tab: HeadsTab) -> None:
    clear(tab, *range(4, 10))
    assert tab.update().held == ("TEAM",)
    assert offered(tab, "Принять") == ["№ 1 · Команды и проекты"]
    tab.type("Принять", "№ 1 · Команды и проекты", "сезон закончен")
    assert told(tab) == "Принято. Изменение попадёт в отчёты при следующем обновлении: «Обновить» на этом листе."
    assert tab.update().held == ()
    assert tab.lines()["Принять"].asked == BLANK


@pytest.mark.parametrize(
    ("title", "asked", "told"),
    [
        (CLOSE, ("когда-нибудь",), "Не сделано. «…» — не отчётный период."),
        (CLOSE, ("",), "Не сделано. Не заполнено: «Период»."),
        (CORRECT, ("2026-04", "проверка"), "Не сделано. В поле «Период» выбрано то, чего нет."),
        ("История строки", ("MENT", "Горин"), "Не сделано. Кода «…» в истории реестра «Наставники» нет"),
    ],
)
def test_what_can_not_be_done_is_told_with_what_to_do(
    tab: HeadsTab, title: str, asked: tuple[str, ...], told: str
) -> None:
    tab.type(title, *asked)
    (done,) = tab.look().done
    assert done.told.startswith(told)
    assert "rpo " not in done.told


def told(tab: HeadsTab) -> str:
    """What the service says of the one wish that it finds."""
    *_, done = tab.look().done
    return done.told


def clear(tab: HeadsTab, *rows: int) -> None:
    """Staff clear rows of «Команды и проекты»."""
    sheet = tab.stage.office.tabs(TEAMS)[TAB]
    requests = [
        {"updateCells": {"range": {"sheetId": sheet, "startRowIndex": row - 1, "endRowIndex": row}, "fields": "userEnteredValue"}}
        for row in rows
    ]  # fmt: skip
    tab.stage.office.batch(TEAMS, requests)


def offered(tab: HeadsTab, title: str) -> list[str]:
    """The list of the first cell of a line."""
    sheet = tab.stage.ours()["Отчёты РПО#Сделать сейчас"]
    rule = sheet.cells[tab.row(title) - 1, 2].get("dataValidation", {})
    return [one["userEnteredValue"] for one in rule.get("condition", {}).get("values", ())]
