"""What commands say on a terminal: causes of remarks, results of an update, in Russian."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from config.imports import name_of_key
from config.registers import REGISTERS
from reports.facts import Facts
from reports.naming import tab_of
from reports.wording import agreed
from sync.plan import Plan
from sync.result import Result
from validators.remark import Remark, Severity, consequence

_SHOWN = 12


def print_causes(remarks: Sequence[Remark], facts: Facts, *, verbose: bool) -> None:
    """Remarks grouped by cause, the worst first; every remark with its cell when asked for more."""
    tabs = {register.key: register.tab for register in REGISTERS}
    worth = [one for one in remarks if verbose or one.severity is not Severity.INFO]
    causes = sorted(worth, key=_cause)
    groups = [list(group) for _, group in groupby(causes, key=_cause)]
    for group in sorted(groups, key=lambda one: (one[0].severity.rank, -len(one))):
        _print_cause(group, tabs, verbose=verbose)
    for code, key in facts.not_checked if verbose else ():
        print(f"{code}: не проверялось — реестр «{tabs[key]}» не ведётся или не прочитан.")
    counts = ", ".join(f"{one.words.lower()} — {sum(r.severity is one for r in remarks)}" for one in Severity)
    silent = f" Оставлено как есть: {len(facts.silent)}." if facts.silent else ""
    print(f"Итого: {counts}.{silent}")


def _cause(remark: Remark) -> tuple[int, str, str, str]:
    return remark.severity.rank, remark.place.register or "", remark.place.column or "", remark.code


def _print_cause(group: Sequence[Remark], tabs: dict[str, str], *, verbose: bool) -> None:
    first = group[0]
    key = first.place.register or ""
    where = tab_of(key) if name_of_key(key) else tabs.get(key, first.place.source or "Файлы")
    column = f", «{first.place.column}»" if first.place.column else ""
    rows = f" — {len(group)} {agreed(len(group), 'раз', 'раза', 'раз')}" if len(group) > 1 else ""
    print(f"{consequence(first.code, first.severity)} · {first.code} · {where}{column}{rows}")
    shown = group if verbose else group[:_SHOWN]
    for remark in shown if verbose or len(group) <= _SHOWN else group[:3]:
        cell = " ".join(part for part in (remark.place.id, remark.place.cell) if part)
        print(f"    {cell + ': ' if cell else ''}{remark.text}")
    if not verbose and len(group) > _SHOWN:
        print(f"    … показано 3 из {len(group)}, все — с ключом -v")
    print(f"    → {first.advice}")


def print_plan(plan: Plan) -> None:
    """What an update would write, and what waits for a person."""
    if not plan.due and not plan.gone and not plan.dangers:
        print("Менять нечего: отчёты соответствуют реестрам.")
        return
    for file in plan.due:
        changed = [f"«{tab.report.tab}»" for tab in file.tabs if tab.stamp is None]
        print(f"Будет записан {file.name}: {', '.join(changed) or 'изменён или удалён вручную'}.")
    for gone in plan.gone:
        print(f"Будет убран {gone.name}: больше не нужен.")
    for danger in plan.dangers:
        print(f"Ждёт решения: {danger.register}. {danger.reason}")
    print(f"Номер плана: {plan.checksum}. Выполнить именно его: rpo sync --plan {plan.checksum}")


_STATES = {"held": "приём приостановлен", "failed": "не прочитан"}


def print_result(result: Result) -> None:
    """One update in a few lines."""
    for line in result_lines(result):
        print(line)


def result_lines(result: Result) -> Iterator[str]:
    """What an update did, a line each."""
    wrong = sum(result.remarks.get(one.value, 0) for one in Severity if one is not Severity.INFO)
    seconds = f"{(result.finished - result.started).total_seconds():.1f}".replace(".", ",")
    registers = [one for key, one in result.registers.items() if name_of_key(key) is None]
    rows = sum(int(str(one["rows"])) for one in registers)
    yield f"Обновление № {result.run} выполнено за {seconds} с."
    exports = len(result.registers) - len(registers)
    yield f"Реестров: {len(registers)}, строк: {rows}{f', выгрузок: {exports}' if exports else ''}."
    yield f"Замечаний: {wrong}, из них новых {result.new}; исправлено {result.fixed}."
    for key, one in result.registers.items():
        if one["reason"]:
            words = _STATES.get(str(one["state"]), "новый файл ждёт решения")
            yield f"  {tab_of(key) if name_of_key(key) else key}: {words}. {one['reason']}"
    for name, reason in result.left.items():
        yield f"  {name}: {reason}."
    yield f"Записано: {', '.join(result.written)}." if result.written else "Отчёты не изменились."
