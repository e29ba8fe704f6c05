"""«Состояние»: each register — where it was read, how many rows count, what was left out and why, how fresh it is."""

from collections import Counter
from datetime import date
from typing import Any

from config.registers import REGISTERS
from reports import wording
from reports.exports import exports_block
from reports.facts import Facts
from reports.nameless import nameless
from reports.naming import TABS, tab_of
from reports.report import Block, Field, Form, Light, Listing, Recipe, Report, Value, Words
from validators.office import Account, Standing, Table

WORKBOOK = "Отчёты"
TAB = "Состояние"
WAITING = "Ждут решения"
_REGISTERS = (
    Field("Реестр", 24),
    Field("Откуда прочитан", 30),
    Field("Данные на дату", 12, Form.DATE),
    Field("Строк", 8, Form.WHOLE),
    Field("Учтено", 8, Form.WHOLE),
    Field("Не учтено и почему", 34),
    Field("Состояние", 30),
    Field("Оценка", 11),
    Field("Свежесть", 28),
)
_HOLDS = (
    Field("№", 6, Form.WHOLE),
    Field("Реестр", 24),
    Field("Почему", 60),
    Field("С какого дня", 13, Form.DATE),
    Field("Как принять: команда", 44),
)
_SILENT = (Field("Реестр", 24), Field("Почему не проверялось", 26), Field("Проверки", 60))
_LISTS = frozenset(register.key for register in REGISTERS if register.list_of)
"""Reference lists: they change when life changes, so no norm of freshness is asked of them."""

_LEFT_OUT = {
    "total": ("строка итогов", "строки итогов", "строк итогов"),
    "second_table": ("строка другой таблицы", "строки другой таблицы", "строк другой таблицы"),
}
_VOID = ("ошибочная запись", "ошибочные записи", "ошибочных записей")
_DRAFT = ("черновик", "черновика", "черновиков")
_FALLEN = ("с критическим замечанием", "с критическим замечанием", "с критическими замечаниями")


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    rows = tuple(_row(facts, key) for key in _kept(facts))
    blocks: tuple[Block, ...] = (
        Words("Состояние реестров", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(_summary(facts)),
        Listing("", _REGISTERS, rows, "Реестры ещё не ведутся", frozen=True),
        *exports_block(facts),
        Listing(WAITING, _HOLDS, tuple(_holds(facts)), "нет"),
        Listing("Не проверялось", _SILENT, tuple(_silent(facts)), "нет"),
    )
    return (Report(WORKBOOK, TAB, blocks),)


STATE = Recipe("Состояние", compose)


def _kept(facts: Facts) -> list[str]:
    office, kept = facts.scene.office, facts.scene.settings.kept
    known = {*office.tables, *office.accounts} if kept is None else {*kept, *office.tables, *office.accounts}
    return [key for key in TABS if key in known and _standing(facts, key) is not Standing.NOT_KEPT]


def _account(facts: Facts, key: str) -> Account:
    office = facts.scene.office
    missing = Standing.ACCEPTED if key in office.tables else Standing.FAILED
    return office.accounts.get(key, Account(missing))


def _standing(facts: Facts, key: str) -> Standing:
    return _account(facts, key).standing


def _row(facts: Facts, key: str) -> tuple[Value, ...]:
    table, account = facts.scene.office.tables.get(key), _account(facts, key)
    if table is None:
        words = _standing_words(account)
        return (tab_of(key), None, account.data_of, None, None, None, words, Light.RED, "нет данных")
    light, freshness = _freshness(facts, key)
    return (
        tab_of(key),
        "; ".join(dict.fromkeys(source.file for source in table.sources)),
        data_of(facts, key),
        len(table),
        len(table.counted),
        _not_counted(table) or "—",
        _standing_words(account),
        Light.RED if account.standing is not Standing.ACCEPTED else light,
        freshness,
    )


def _standing_words(account: Account) -> str:
    match account.standing:
        case Standing.ACCEPTED:
            return "принято; новый файл ждёт решения" if account.reason else "принято"
        case Standing.HELD:
            return f"Приём данных приостановлен{_because(account)}; показаны последние принятые"
        case Standing.FAILED:
            return f"не прочитан{_because(account)}"
        case _:
            return "реестр не ведётся"


def _because(account: Account) -> str:
    reason = (account.reason or "").strip().rstrip(".")
    return f": {reason[:1].lower()}{reason[1:]}" if reason else ""


def _not_counted(table: Table[Any]) -> str:
    life = table.register.life
    states = [state for index, state in enumerate(table.values.get(life.field, ())) if index not in table.fallen]
    found = Counter(_kind(str(state), life.draft) for state in states if state in life.uncounted)
    parts = [_some(len(table.fallen), _FALLEN)] if table.fallen else []
    parts += [_some(found[kind], kind) for kind in (_DRAFT, _VOID) if found[kind]]
    why = Counter(reason for _, _, reason in table.left_out)
    parts += [_some(why[reason], words) for reason, words in _LEFT_OUT.items() if why[reason]]
    return "; ".join(parts)


def _kind(state: str, drafts: tuple[str, ...]) -> tuple[str, str, str]:
    return _DRAFT if state in drafts else _VOID


def _some(number: int, words: tuple[str, str, str]) -> str:
    return wording.counted(number, *words)


def data_of(facts: Facts, key: str) -> date | None:
    """The day the data of a register are of: the day it last changed, else the day of the account."""
    account = facts.scene.office.accounts.get(key)
    return facts.past.changed_on.get(key) or (account.data_of if account else None)


def is_fresh(facts: Facts, key: str) -> bool | None:
    """The register changed within its norm of days; None when its day is not known, and for a reference list."""
    changed = None if key in _LISTS else data_of(facts, key)
    norm = facts.scene.settings.keeping(key).freshness_days
    return None if changed is None else (facts.today - changed).days <= norm


def _freshness(facts: Facts, key: str) -> tuple[Light, str]:
    changed, norm = data_of(facts, key), facts.scene.settings.keeping(key).freshness_days
    if changed is None:
        return Light.GREY, "нет истории"
    if key in _LISTS:
        return Light.GREEN, f"справочник, обновлён {wording.day(changed)}"
    age = (facts.today - changed).days
    ago = "обновлён сегодня" if age <= 0 else f"обновлён {wording.counted(age, 'день', 'дня', 'дней')} назад"
    if is_fresh(facts, key):
        return Light.GREEN, ago
    return Light.YELLOW, f"{ago}, норма {wording.counted(norm, 'день', 'дня', 'дней')}"


def _summary(facts: Facts) -> str:
    keys = _kept(facts)
    accepted = sum(_standing(facts, key) is Standing.ACCEPTED for key in keys)
    held = sum(_standing(facts, key) is Standing.HELD for key in keys)
    words = f"Принято реестров: {accepted} из {len(keys)}."
    if held:
        words += f" Приём данных приостановлен: {held}."
    if accepted + held < len(keys):
        words += f" Не прочитано: {len(keys) - accepted - held}."
    return words


def _holds(facts: Facts) -> list[tuple[Value, ...]]:
    return [
        (one.number, tab_of(one.register), wording.sentence(one.reason), one.since, _ack(one.number))
        for one in facts.pending
    ]


def _ack(number: int) -> str:
    return f'rpo ack {number} --reason "почему изменение верное"'


def _silent(facts: Facts) -> list[tuple[Value, ...]]:
    codes: dict[str, list[str]] = {}
    for code, key in facts.not_checked:
        codes.setdefault(key, []).append(code)
    rules = [(tab_of(key), _why_silent(facts, key), ", ".join(dict.fromkeys(found))) for key, found in codes.items()]
    return [*rules, *nameless(facts)]


def _why_silent(facts: Facts, key: str) -> str:
    account, table = facts.scene.office.accounts.get(key), facts.scene.office.tables.get(key)
    if table is not None and not len(table):
        return "в реестре ещё нет строк"
    kept = key in facts.scene.office.tables or (account is not None and account.standing is not Standing.NOT_KEPT)
    return "реестр не прочитан" if kept else "реестр не ведётся"
