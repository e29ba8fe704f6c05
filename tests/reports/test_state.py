"""«Состояние» of the registers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from reports.facts import Facts, Past, Pending
from reports.report import Light, Listing
from reports.state import compose
from validators.office import Account, Standing

MakeFacts = Callable[..., Facts]


def listings_of(facts: Facts) -> list[Listing]:
    return [block for block in compose(facts)[0].blocks if isinstance(block, Listing)]


def row_of_tab(facts: Facts, tab: str) -> tuple[object, ...]:
    return next(row for row in listings_of(facts)[0].rows if row[0] == tab)


def with_account(facts: Facts, key: str, account: Account) -> Facts:
    office = replace(facts.scene.office, accounts={**facts.scene.office.accounts, key: account})
    return replace(facts, scene=replace(facts.scene, office=office))


def test_a_register_tells_where_it_was_read_and_what_was_left_out(make_facts: MakeFacts) -> None:
    row = row_of_tab(make_facts(), "Школьники и СПО")
    assert row[1:5] == ("Школьники и СПО.xlsx", date(2026, 4, 15), 4, 2)
    assert row[5] == "1\u00a0с критическим замечанием; 1\u00a0ошибочная запись"
    assert row[6:] == ("принято", Light.GREEN, "обновлён сегодня")


def test_a_kept_register_that_was_not_read_stands_in_the_list(make_facts: MakeFacts) -> None:
    row = row_of_tab(
        with_account(make_facts(), "TEAM", Account(Standing.FAILED, "Файл закрыт паролем.")), "Команды и проекты"
    )
    assert (row[3], row[6], row[7]) == (None, "не прочитан: файл закрыт паролем", Light.RED)


def test_a_held_register_says_so(make_facts: MakeFacts) -> None:
    row = row_of_tab(
        with_account(make_facts(), "PLAN", Account(Standing.HELD, "Пропало 3 строки.")), "План мероприятий"
    )
    assert str(row[6]).startswith("Приём данных приостановлен: пропало 3 строки")


def test_an_accepted_register_beside_which_a_file_waits_says_so(make_facts: MakeFacts) -> None:
    facts = with_account(make_facts(), "PLAN", Account(Standing.ACCEPTED, "Файл «б.xlsx» похож.", date(2026, 4, 15)))
    assert row_of_tab(facts, "План мероприятий")[6:8] == ("принято; новый файл ждёт решения", Light.GREEN)


def test_a_register_past_its_norm_is_yellow(make_facts: MakeFacts) -> None:
    facts = make_facts(past=Past(changed_on={"PLAN": date(2026, 2, 1)}))
    assert row_of_tab(facts, "План мероприятий")[7:] == (Light.YELLOW, "обновлён 73\u00a0дня назад, норма 30\u00a0дней")


def test_a_register_that_is_not_kept_is_not_listed(make_facts: MakeFacts) -> None:
    facts = with_account(make_facts(), "UNI", Account(Standing.NOT_KEPT))
    assert "Студенты вузов" not in [row[0] for row in listings_of(facts)[0].rows]


def test_a_hold_shows_the_command_that_accepts_it(make_facts: MakeFacts, pending: Pending) -> None:
    hold = listings_of(make_facts(pending=(pending,)))[1].rows[0]
    assert hold[1] == "Команды и проекты"
    assert str(hold[4]).startswith("rpo ack 3 --reason")


def test_rules_that_could_not_run_are_one_line_a_register(make_facts: MakeFacts) -> None:
    facts = replace(make_facts(), not_checked=(("X15", "ENT"), ("X17", "ENT"), ("X09", "UNI")))
    assert listings_of(facts)[2].rows == (
        ("Предприятия и площадки", "реестр не ведётся", "X15, X17"),
        ("Студенты вузов", "реестр не ведётся", "X09"),
    )
