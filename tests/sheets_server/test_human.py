"""The human hand: every action does what people mean by it, says whether a cell changed, and can be done again."""

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sheets_server.clock import VirtualClock
from tests.sheets_server.hand import ACTIONS, BY_NAME
from tests.sheets_server.human import HumanHand, random_action
from tests.sheets_server.model import Sheet
from tests.sheets_server.plain import Json, Value
from tests.sheets_server.twin import differences, twin
from tests.sheets_server.world import World

OWNER, COLLEAGUE, ROBOT = "owner@example.ru", "colleague@example.ru", "robot@office.iam.gserviceaccount.com"
TABLE = [["Код", "Имя", "Сумма"], ["ПК-0003", "в", "3,5"], ["ПК-0001", "а", "1,5"], ["ПК-0002", "б", "2,5"]]


def at_work(locale: str = "ru_RU", email: str | None = None) -> HumanHand:
    """A hand in a spreadsheet with a small table in its first tab and an empty second one."""
    world = World(VirtualClock())
    book = world.create("Реестры", owner=OWNER, locale=locale)
    world.files[book.id]["permissions"] += [world.permission("writer", each) for each in (COLLEAGUE, ROBOT)]
    owner = HumanHand(world, book.id)
    owner.do("rename_tab", sheet=0, title="Заявки")
    owner.do("add_tab", title="Справочник", id=7)
    owner.do("paste", sheet="Заявки", cell="A1", rows=TABLE)
    return HumanHand(world, book.id, email)


def column(hand: HumanHand, index: int = 0, tab: str = "Заявки") -> list[Value]:
    """The values of a column from above, None for an empty cell."""
    sheet = tab_of(hand, tab)
    bottom = max((row for row, _ in sheet.used()), default=-1) + 1
    found = (sheet.effective((row, index)) for row in range(bottom))
    return [next(iter(each.values())) if each else None for each in found]


def tab_of(hand: HumanHand, title: str) -> Sheet:
    sheet = hand.book.titled(title)
    assert sheet is not None, f"no tab {title}"
    return sheet


def test_there_are_many_kinds_of_action_and_no_two_of_one_name() -> None:
    assert len(ACTIONS) >= 25
    assert len(BY_NAME) == len(ACTIONS)


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("ru_RU", "1234,5", {"numberValue": 1234.5}),
        ("ru_RU", "1234.5", {"stringValue": "1234.5"}),
        ("en_US", "1,234.5", {"numberValue": 1234.5}),
        ("ru_RU", "'007", {"stringValue": "007"}),
        ("ru_RU", "=СУММ(1;2)", {"formulaValue": "=СУММ(1;2)"}),
        ("ru_RU", "", None),
    ],
)
def test_what_is_typed_is_read_in_the_locale_of_the_spreadsheet(locale: str, text: str, value: Json | None) -> None:
    hand = at_work(locale)
    hand.do("type", sheet="Заявки", cell="A2", text=text)
    assert tab_of(hand, "Заявки").entered((1, 0)) == value


CASES: tuple[tuple[str, Json, list[Value]], ...] = (
    ("type", {"cell": "A2", "text": "ПК-9"}, ["Код", "ПК-9", "ПК-0001", "ПК-0002"]),
    ("rename_header", {"cell": "A1", "text": "Номер"}, ["Номер", "ПК-0003", "ПК-0001", "ПК-0002"]),
    ("clear", {"range": "A2:B3"}, ["Код", None, None, "ПК-0002"]),
    ("clear_column", {"column": 0}, ["Код", None, None, None]),
    ("paste", {"cell": "A3", "rows": [["x"], ["y"], ["z"]]}, ["Код", "ПК-0003", "x", "y", "z"]),
    ("replace_table", {"rows": [["Новый"], ["1"]]}, ["Новый", 1]),
    ("fill_down", {"range": "A2:A4"}, ["Код", "ПК-0003", "ПК-0003", "ПК-0003"]),
    ("cut_paste_row", {"range": "2:2", "cell": "A5"}, ["Код", None, "ПК-0001", "ПК-0002", "ПК-0003"]),
    ("copy_paste", {"range": "A2", "cell": "A4"}, ["Код", "ПК-0003", "ПК-0001", "ПК-0003"]),
    ("find_and_replace", {"find": "ПК-000", "text": "№"}, ["Код", "№3", "№1", "№2"]),
    ("insert_rows", {"at": 1, "count": 1}, ["Код", None, "ПК-0003", "ПК-0001", "ПК-0002"]),
    ("insert_columns", {"at": 0, "count": 1}, [None, None, None, None]),
    ("delete_rows", {"at": 1, "count": 2}, ["Код", "ПК-0002"]),
    ("delete_columns", {"at": 0, "count": 1}, ["Имя", "в", "а", "б"]),
    ("delete_most_rows", {}, ["Код"]),
    ("move_rows", {"at": 1, "count": 1, "to": 4}, ["Код", "ПК-0001", "ПК-0002", "ПК-0003"]),
    ("move_columns", {"at": 1, "count": 1, "to": 0}, ["Имя", "в", "а", "б"]),
    ("sort", {"range": "A2:C4", "column": 0}, ["Код", "ПК-0001", "ПК-0002", "ПК-0003"]),
    ("sort", {"range": "A2:C4", "column": 2, "descending": True}, ["Код", "ПК-0003", "ПК-0002", "ПК-0001"]),
    ("filter_sort", {"range": "A1:C4", "column": 1}, ["Код", "ПК-0001", "ПК-0002", "ПК-0003"]),
    ("merge", {"range": "A2:A4"}, ["Код", "ПК-0003", None, None]),
)


@pytest.mark.parametrize(("name", "arguments", "codes"), CASES, ids=[case[0] for case in CASES])
def test_an_action_on_cells_and_its_undoing(name: str, arguments: Json, codes: list[Value]) -> None:
    hand = at_work()
    before = column(hand)
    done = hand.do(name, sheet="Заявки", **arguments)
    assert not done.refused
    assert done.changed
    found = column(hand)
    assert found + [None] * (len(codes) - len(found)) == codes
    assert hand.do("undo").changed
    assert column(hand) == before


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("note", {"cell": "A2", "text": "Проверить"}),
        ("colour", {"range": "A2:B3", "green": 200}),
        ("format_as_text", {"range": "A2"}),
        ("hide_rows", {"at": 1}),
        ("freeze_rows", {"count": 1}),
        ("filter", {"range": "A1:C4"}),
        ("filter_by_values", {"range": "A1:C4", "column": 0, "text": "ПК-0001"}),
        ("rename_tab", {"title": "Заявки 2026"}),
        ("hide_tab", {}),
        ("move_tab", {}),
        ("protect_tab", {"id": 1}),
        ("change_locale", {"locale": "en_US"}),
        ("rename_file", {"title": "Другое имя"}),
    ],
)
def test_looks_names_and_rights_change_no_cell(name: str, arguments: Json) -> None:
    hand = at_work()
    before, book = column(hand), hand.book
    done = hand.do(name, sheet=0, **arguments)
    assert (done.refused, done.changed) == ("", False)
    assert hand.book is not book
    assert [sheet.effective((1, 0)) for sheet in hand.book.sheets if sheet.id == 0] == [{"stringValue": before[1]}]


def test_tabs_come_and_go() -> None:
    hand = at_work()
    hand.do("duplicate_tab", sheet="Заявки", title="Копия", id=8)
    assert [sheet.title for sheet in hand.book.sheets] == ["Заявки", "Копия", "Справочник"]
    assert column(hand, tab="Копия") == column(hand)
    assert hand.do("delete_tab", sheet="Заявки").changed
    assert [sheet.id for sheet in hand.book.sheets] == [8, 7]
    hand.do("undo")
    assert [sheet.id for sheet in hand.book.sheets] == [0, 8, 7]
    hand.do("remake_tab", sheet="Заявки", id=9)
    assert (tab_of(hand, "Заявки").id, column(hand)) == (9, [])


def robot_writes(hand: HumanHand, text: str) -> None:
    """A program writes into its own tab."""
    edit = hand.world.edit(hand.spreadsheet_id, ROBOT)
    edit.sheet(7).enter((0, 0), {"stringValue": text})
    hand.world.commit(edit)


def test_an_undo_leaves_what_programs_did_meanwhile() -> None:
    hand = at_work()
    robot_writes(hand, "отчёт 1")
    hand.do("type", sheet="Заявки", cell="A2", text="первое")
    robot_writes(hand, "отчёт 2")
    hand.do("undo")
    assert column(hand, tab="Справочник") == ["отчёт 2"]
    assert column(hand)[1] == "ПК-0003"


def test_an_earlier_version_takes_back_what_programs_did_too() -> None:
    hand = at_work()
    robot_writes(hand, "отчёт 1")
    hand.do("type", sheet="Заявки", cell="A2", text="первое")
    robot_writes(hand, "отчёт 2")
    hand.do("restore_version", back=1)
    assert column(hand, tab="Справочник") == ["отчёт 1"]
    assert column(hand)[1] == "ПК-0003"


def test_what_is_protected_from_a_person_is_refused_and_told() -> None:
    hand = at_work(email=COLLEAGUE)
    HumanHand(hand.world, hand.spreadsheet_id).do("protect_tab", sheet="Заявки", id=1)
    done = hand.do("type", sheet="Заявки", cell="A2", text="x")
    assert "protected cell" in done.refused
    assert not done.changed
    assert hand.do("undo").refused == "There is nothing to undo."
    assert hand.changed == 0


def test_somebody_without_rights_cannot_edit() -> None:
    assert at_work(email="stranger@example.ru").do("type", sheet=0, cell="A1", text="x").refused


def test_the_same_seed_gives_the_same_history() -> None:
    histories = []
    for _ in range(2):
        hand, chance = at_work(), random.Random(7)
        for _ in range(20):
            hand.perform(random_action(chance, hand.world, hand.spreadsheet_id))
        histories.append((hand.journal, [sheet.cells for sheet in hand.book.sheets]))
    assert histories[0] == histories[1]


def test_random_histories_do_everything_and_are_seldom_refused() -> None:
    done: Counter[str] = Counter()
    refused = changed = 0
    for seed in range(60):
        hand, chance = at_work(), random.Random(seed)
        for _ in range(25):
            result = hand.perform(random_action(chance, hand.world, hand.spreadsheet_id, without={7}))
            done[result.deed.name] += not result.refused
            refused += bool(result.refused)
        assert hand.changed > 0
        changed += hand.changed
    assert set(done) == set(BY_NAME)
    assert all(done.values())
    assert refused < 0.1 * done.total()
    assert changed > 0.3 * done.total()


def test_no_tab_that_is_left_out_is_ever_chosen() -> None:
    hand = at_work()
    chance = random.Random(1)
    deeds = [random_action(chance, hand.world, hand.spreadsheet_id, without={"Справочник"}) for _ in range(200)]
    assert {deed.arguments["sheet"] for deed in deeds} == {0}
    with pytest.raises(ValueError, match="no tab"):
        random_action(chance, hand.world, hand.spreadsheet_id, without={0, 7})


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_undoing_everything_gives_back_the_beginning(seed: int) -> None:
    hand, chance = at_work(), random.Random(seed)
    begun = [(sheet.id, sheet.title, sheet.cells, sheet.merges) for sheet in hand.book.sheets]
    for _ in range(8):
        deed = random_action(chance, hand.world, hand.spreadsheet_id)
        if deed.name not in {"undo", "restore_version"}:
            hand.perform(deed)
    while not hand.do("undo").refused:
        pass
    assert not hand.past
    assert [(sheet.id, sheet.title, sheet.cells, sheet.merges) for sheet in hand.book.sheets] == begun


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_a_twin_ends_like_the_spreadsheet_when_no_program_wrote(seed: int) -> None:
    hand, chance = at_work(), random.Random(seed)
    twin(hand)
    for _ in range(25):
        hand.perform(random_action(chance, hand.world, hand.spreadsheet_id))
    assert differences(hand) == []
