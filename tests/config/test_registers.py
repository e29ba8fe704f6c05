"""What every register promises, whichever it is."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from config.cells.text import fold
from config.codes import PREFIXES
from config.columns import Need, Privacy
from config.register import Register
from config.registers import REGISTERS
from config.registers.roles import ROLE_WORDS

AnyRegister = Register[Any]  # Any: each register has a record class of its own
BY_KEY = {register.key: register for register in REGISTERS}
PEOPLE = ("UNI", "SCH", "MENT", "STAFF")
LISTS = ("PASSPORT", "STAGE", "MUN", "PRIORITY", "FEDPROJECT", "FUNCTION", "DOCKIND")
EXPECTED_TABS = {
    "PLAN": "План мероприятий",
    "IND": "Показатели",
    "UNI": "Студенты вузов",
    "SCH": "Школьники и СПО",
    "TEAM": "Команды и проекты",
    "MENT": "Наставники",
    "ENT": "Предприятия и площадки",
    "EDU": "Образовательные организации",
    "PROG": "Прохождение этапов",
    "DEC": "Решения и поручения",
    "FIN": "Финансовое обеспечение",
    "NP": "Координация с НП",
    "PAGE": "Страницы и блоги",
    "PUB": "Публикации",
    "DOC": "Документы и переписка с ФПО",
    "STAFF": "Состав и обязанности РПО",
    "AGENDA": "Региональная повестка",
    "NOTE": "Пояснения",
    "PASSPORT": "Паспорт РПО",
    "STAGE": "Этапы",
    "MUN": "Муниципалитеты",
    "PRIORITY": "Приоритетные направления",
    "FEDPROJECT": "Федеральные проекты",
    "FUNCTION": "Функции",
    "DOCKIND": "Виды документов",
}

each_register = pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.key)


def test_the_office_keeps_these_registers_under_these_tabs() -> None:
    assert {register.key: register.tab for register in REGISTERS} == EXPECTED_TABS


def test_no_two_registers_share_a_tab_or_a_record() -> None:
    assert len({register.tab for register in REGISTERS}) == len(REGISTERS)
    assert len({register.record for register in REGISTERS}) == len(REGISTERS)


def test_an_older_title_leads_to_one_register_only() -> None:
    titles = Counter(fold(title) for register in REGISTERS for title in (register.tab, *register.former))
    assert [title for title, times in titles.items() if times > 1] == []


@each_register
def test_a_tab_title_is_taken_by_every_backend(register: AnyRegister) -> None:
    assert len(register.tab) <= 31
    assert not re.search(r"[:\\/?*\[\]]", register.tab)
    assert not register.tab.startswith("Реестр")


@each_register
def test_a_heading_leads_to_one_column(register: AnyRegister) -> None:
    meant: dict[str, set[str]] = {}
    for column in register.columns:
        for heading in (column.heading, *column.former):
            meant.setdefault(fold(heading), set()).add(column.field)
    for composite in register.composites:
        for heading in composite.headings:
            meant.setdefault(fold(heading), set()).add(" + ".join(composite.fields))
    assert {heading: fields for heading, fields in meant.items() if len(fields) > 1} == {}


@each_register
def test_references_lead_to_registers_of_the_office(register: AnyRegister) -> None:
    assert {key for column in register.columns for key in column.refers} <= set(BY_KEY)


@each_register
def test_only_references_and_the_code_refer(register: AnyRegister) -> None:
    for column in register.columns:
        assert bool(column.refers) == (column.kind.is_reference or column.field == "id"), column.heading


@each_register
def test_the_code_comes_first_and_belongs_to_the_register(register: AnyRegister) -> None:
    assert register.columns[0].field == "id"
    assert register.id_column.refers == (register.key,)
    assert register.id_column.need is Need.REQUIRED
    assert register.prefix == PREFIXES.get(register.key)
    assert register.id_column.kind.name == ("code" if register.prefix else "key")


def test_every_prefix_has_its_register() -> None:
    assert {register.key for register in REGISTERS if register.prefix} == set(PREFIXES)


@each_register
def test_a_register_is_told_to_people_in_russian(register: AnyRegister) -> None:
    for words in (register.record.__doc__ or "", register.about):
        assert re.fullmatch(r"[А-ЯЁ«].+\.", words), words


@each_register
def test_somebody_answers_for_it(register: AnyRegister) -> None:
    assert register.owner in ROLE_WORDS


@each_register
def test_every_field_it_names_exists(register: AnyRegister) -> None:
    assert set(_fields_named(register)) <= set(register.by_field)


@each_register
def test_dates_in_order_are_dates(register: AnyRegister) -> None:
    for pair in register.order:
        assert all(register.by_field[field].kind.is_date for field in pair), pair


@each_register
def test_the_curator_is_an_employee(register: AnyRegister) -> None:
    if register.curator is not None:
        assert register.by_field[register.curator].refers == ("STAFF",)


@each_register
def test_a_row_has_one_state_and_a_mistake_never_counts(register: AnyRegister) -> None:
    states = register.by_field[register.life.field].among
    assert states is not None
    assert "Ошибочная запись" in register.life.void
    assert set(register.life.uncounted) <= set(states.values)
    assert ("state" in register.by_field) == (register.life.field == "state")


@each_register
def test_an_empty_state_of_the_row_means_that_it_stands(register: AnyRegister) -> None:
    if "state" in register.by_field:
        assert register.by_field["state"].blank_means == "Действует"


@each_register
def test_every_register_ends_with_a_note(register: AnyRegister) -> None:
    last = register.columns[-1]
    assert (last.heading, last.need) == ("Примечание", Need.OPTIONAL)


@each_register
def test_choices_are_given_where_a_choice_is_asked(register: AnyRegister) -> None:
    for column in register.columns:
        assert (column.among is not None) == (column.kind.name in {"choice", "choices"}), column.heading


@each_register
def test_another_spelling_leads_to_an_allowed_value(register: AnyRegister) -> None:
    for column in register.columns:
        if column.among is not None:
            own = {fold(value): value for value in column.among.values}
            assert len(own) == len(column.among.values)
            assert set(column.among.also.values()) <= set(column.among.values)
            clashing = [word for word, value in column.among.also.items() if own.get(fold(word), value) != value]
            assert clashing == [], column.heading


@each_register
def test_conditions_name_values_that_may_be_chosen(register: AnyRegister) -> None:
    for column in register.columns:
        for condition in column.when:
            among = register.by_field[condition.field].among
            assert among is None or set(condition.values) <= set(among.values), column.heading


@each_register
def test_what_is_required_always_is_not_required_sometimes(register: AnyRegister) -> None:
    for column in register.columns:
        assert not (column.when and column.need is Need.REQUIRED), column.heading
        assert not (column.blank_means is not None and column.need is not Need.OPTIONAL), column.heading


@each_register
def test_hints_fit_the_input_message_of_a_spreadsheet(register: AnyRegister) -> None:
    assert [column.heading for column in register.columns if len(column.hint) > 200] == []


@each_register
def test_only_dates_may_be_past_only(register: AnyRegister) -> None:
    assert [column.heading for column in register.columns if column.past_only and not column.kind.is_date] == []


@each_register
def test_references_to_people_are_codes_of_people(register: AnyRegister) -> None:
    for column in register.columns:
        if set(column.refers) & set(PEOPLE):
            assert column.privacy is Privacy.P1, column.heading


def test_a_new_office_keeps_the_first_registers_and_the_lists() -> None:
    kept = {register.key for register in REGISTERS if register.kept_at_start}
    assert kept == {"STAFF", "PLAN", "EDU", "SCH", "UNI", "TEAM", "MENT", *LISTS}


def test_only_the_vital_columns_keep_a_row_from_standing() -> None:
    vital = {(register.key, column.field) for register in REGISTERS for column in register.columns if column.vital}
    assert vital == {
        ("UNI", "status"),
        ("SCH", "status"),
        ("SCH", "category"),
        ("PROG", "participant"),
        ("PROG", "kind"),
        ("DEC", "question"),
        ("DEC", "result"),
    }


@pytest.mark.parametrize(
    ("typed", "institution"),
    [
        ("СОШ", "Общеобразовательная"),
        ("Лицей", "Общеобразовательная"),
        ("техникум", "Колледж (СПО)"),
        ("ООВО", "Вуз"),
        ("Кванториум", "Дополнительного образования"),
    ],
)
def test_a_type_of_institution_may_be_said_in_usual_words(typed: str, institution: str) -> None:
    among = BY_KEY["EDU"].by_field["type"].among
    assert among is not None
    assert {fold(word): value for word, value in among.also.items()}[fold(typed)] == institution


def _fields_named(register: AnyRegister) -> Iterator[str]:
    for group in (*register.names, *register.order, *register.unique, *register.either):
        yield from group
    for composite in register.composites:
        yield from composite.fields
    for column in register.columns:
        yield from (condition.field for condition in column.when)
    yield from (*register.natural, *register.person, register.life.field)
    if register.curator is not None:
        yield register.curator
