"""`[google]`: what is taken, and every mistake named with its line and the way out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.errors import SettingsError
from config.google import is_loopback, spreadsheet_id
from config.placing import called, check_spreadsheets
from config.registers import REGISTERS
from config.settings import Settings, parse

KEYS = tuple(one.key for one in REGISTERS)
ONE, TWO, THREE = ("1" + letter * 43 for letter in "abc")
ADDRESS = f"https://docs.google.com/spreadsheets/d/{ONE}/edit?usp=sharing#gid=7"


def office(*spreadsheets: str, kind: str = "google", mode: str = 'mode = "in_sheet"', more: str = "") -> str:
    """The text of office.toml; each spreadsheet is the rest of its section."""
    sections = "".join(f"[[google.spreadsheet]]\n{one}\n" for one in spreadsheets)
    return f'{more}\n[storage]\nkind = "{kind}"\n[personal_data]\n{mode}\n{sections}'


def spreadsheet(book: str, *keys: str, name: str = "") -> str:
    listed = ", ".join(f'"{key}"' for key in keys)
    return f'id = "{book}"\nregisters = [{listed}]' + (f'\nname = "{name}"' if name else "")


def checked(text: str) -> Settings:
    settings = parse(text, {}, KEYS)
    check_spreadsheets(text, settings)
    return settings


def test_an_address_of_the_browser_is_as_good_as_the_id() -> None:
    text = office(spreadsheet(ADDRESS, "TEAM"), more=f'[google]\nreports_spreadsheet = "{ADDRESS.replace(ONE, TWO)}"')
    google = checked(text).google
    assert (google.spreadsheets[0].id, google.reports_spreadsheet) == (ONE, TWO)


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        f"  {ONE}\n",
        ADDRESS,
        f"docs.google.com/spreadsheets/d/{ONE}",
        f"https://docs.google.com/a/example.ru/spreadsheets/d/{ONE}/edit",
    ],
)
def test_the_id_is_found_in_an_address(text: str) -> None:
    assert spreadsheet_id(text) == ONE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Команды",
        "1abc",
        "https://docs.google.com/spreadsheets/d/",
        "https://docs.google.com/spreadsheets/d/1abc/edit",
        "https://docs.google.com/document/d/" + ONE,
        f"{ONE}/../x",
        "1" + "х" * 43,
    ],
)
def test_what_is_no_id_and_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="между /d/ и /edit"):
        spreadsheet_id(text)


@given(st.text(max_size=120))
def test_whatever_is_taken_for_an_id_can_stand_in_an_address(text: str) -> None:
    try:
        found = spreadsheet_id(text)
    except ValueError:
        return
    assert found.isascii()
    assert found.replace("-", "").replace("_", "").isalnum()


def test_one_register_need_not_stand_in_a_list() -> None:
    (one,) = checked(office(f'id = "{ONE}"\nregisters = "TEAM"')).google.spreadsheets
    assert one.registers == ("TEAM",)


def test_a_spreadsheet_is_called_by_its_name_or_by_the_books_of_its_registers() -> None:
    text = office(spreadsheet(ONE, "TEAM", name="Проекты"), spreadsheet(TWO, "STAFF", "MENT"))
    named, nameless = checked(text).google.spreadsheets
    books = {one.key: one.workbook for one in REGISTERS}
    assert called(named) == "Проекты"
    assert called(nameless) == f"{books['STAFF']}, {books['MENT']}"


def test_without_settings_nothing_of_google_is_asked_of_an_office_in_a_folder() -> None:
    assert checked("").google.spreadsheets == ()
    assert checked(office(spreadsheet(ONE, "TEAM", "TEAM"), kind="folder", mode="")).storage.kind == "folder"


def test_people_may_stay_in_the_folder_and_staff_are_no_such_people() -> None:
    text = office(
        spreadsheet(ONE, "TEAM", "STAFF"),
        kind="mixed",
        mode='mode = "local"',
        more='[registers]\nkept = ["TEAM", "STAFF", "SCH"]',
    )
    assert checked(text).personal_data.mode == "local"


@pytest.mark.parametrize("mode", ["codes", "in_sheet"])
def test_people_may_stand_in_google_when_the_head_has_decided_so(mode: str) -> None:
    assert checked(office(spreadsheet(ONE, "SCH", "MENT"), mode=f'mode = "{mode}"')).personal_data.mode == mode


REFUSED = {
    "no id": (office(spreadsheet("Команды", "TEAM")), ("строка 7", "google.spreadsheet.id", "между /d/ и /edit")),
    "no id in the second": (office(spreadsheet(ONE, "TEAM"), spreadsheet("x", "STAFF")), ("строка 10", "google.spreadsheet.id")),
    "id missing in the second": (office(spreadsheet(ONE, "TEAM"), 'registers = "STAFF"'), ("строка 9", "google.spreadsheet.id")),
    "id missing": (office('registers = ["TEAM"]'), ("строка 6", "google.spreadsheet.id", "обязателен")),
    "no registers": (office(f'id = "{ONE}"\nregisters = []'), ("строка 8", "хотя бы одно значение")),
    "registers missing": (office(f'id = "{ONE}"'), ("google.spreadsheet.registers", "обязателен")),
    "a name with a bracket": (office(spreadsheet(ONE, "TEAM", name="Команды [2]")), ("строка 9", "google.spreadsheet.name")),
    "reports": (office(more='[google]\nreports_spreadsheet = "Отчёты"'), ("строка 2", "google.reports_spreadsheet", "между /d/ и /edit")),
    "endpoint": (office(more='[google]\nendpoint = "https://example.ru"'), ("строка 2", "google.endpoint", "только адрес этого компьютера")),
    "unknown key": (office(more='[google]\ncredential = "x"'), ("строка 2", "«google.credential»", "«credentials»")),
    "unknown key of a spreadsheet": (office(spreadsheet(ONE, "TEAM") + '\nnames = "x"'), ("строка 9", "«google.spreadsheet.names»", "«name»")),
    "unknown register": (office(spreadsheet(ONE, "TEAN")), ("строка 8", "реестра «TEAN» нет")),
    "a register twice": (office(spreadsheet(ONE, "TEAM"), spreadsheet(TWO, "TEAM")), ("строка 8", "реестр «TEAM» указан в двух таблицах")),
    "a register twice in one": (office(spreadsheet(ONE, "TEAM", "TEAM")), ("реестр «TEAM» указан",)),
    "a name of a file": (office(spreadsheet(ONE, "TEAM", name="Команды.XLSX")), ("строка 9", "как файл", "Команды.XLSX")),
    "a name twice": (office(spreadsheet(ONE, "TEAM", name="А"), spreadsheet(TWO, "STAFF", name="А")), ("две таблицы названы «А»",)),
    "reports among registers": (office(spreadsheet(ONE, "TEAM"), more=f'[google]\nreports_spreadsheet = "{ONE}"'), ("строка", "отчёты и реестры указаны в одной")),
    "a spreadsheet twice": (office(spreadsheet(ONE, "TEAM"), spreadsheet(ADDRESS, "STAFF")), ("одна и та же таблица указана дважды",)),
    "no mode": (office(spreadsheet(ONE, "TEAM"), mode=""), ("не сказано, где могут стоять имена",)),
    "no mode in a mixed office": (office(spreadsheet(ONE, "TEAM"), kind="mixed", mode=""), ("не сказано, где могут стоять имена",)),
    "another mode": (office(mode='mode = "google"'), ("personal_data.mode", "'codes'")),
    "people in Google": (office(spreadsheet(ONE, "TEAM", "SCH", "MENT"), mode='mode = "local"'), ("«local»", "MENT, SCH")),
    "people in Google, mixed": (office(spreadsheet(ONE, "SCH"), kind="mixed", mode='mode = "local"'), ("строка 8", "«local»", "SCH")),
    "no place": (office(spreadsheet(ONE, "TEAM"), more='[registers]\nkept = ["TEAM", "STAFF"]'), ("строка 2", "в какой таблице вести: STAFF")),
    "no spreadsheets": (office(more='[registers]\nkept = ["TEAM"]'), ("в какой таблице вести: TEAM",)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), REFUSED.values(), ids=REFUSED.keys())
def test_a_mistake_is_named_with_its_line_and_what_to_do(text: str, parts: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError) as found:
        checked(text)
    assert all(part in found.value.sentence for part in parts), found.value.sentence
    assert found.value.advice


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ("no mode", ('mode = "local"', '"codes"', '"in_sheet"')),
        ("people in Google", ("в папке офиса", '"codes"')),
        ("a register twice", ("У реестра одна таблица",)),
        ("a spreadsheet twice", ("Оставьте один раздел",)),
        ("no place", ('kind = "mixed"',)),
        ("unknown register", ("TEAM",)),
    ],
)
def test_the_way_out_is_told(broken: str, words: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError) as found:
        checked(REFUSED[broken][0])
    assert all(word in found.value.advice for word in words)


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:8080", True),
        ("http://localhost:1", True),
        ("http://[::1]:1", True),
        ("https://127.0.0.1", False),
        ("http://127.0.0.1.example.ru", False),
        ("http://example.ru/127.0.0.1", False),
        ("http://127.0.0.1@example.ru", False),
        ("127.0.0.1:8080", False),
        ("http://0.0.0.0:1", False),
        ("http://[::1", False),
        ("", False),
    ],
)
def test_only_this_machine_is_this_machine(address: str, here: bool) -> None:  # noqa: FBT001  a column of the table
    assert is_loopback(address) is here
