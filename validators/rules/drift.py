"""What became of single rows since they were accepted: lost without a status, parted from their codes, plans eased."""

from collections import defaultdict
from collections.abc import Iterator

from config.codes import CODE
from config.registers import REGISTERS
from validators.drift.noticed import LOWERED, PARTED, VANISHED, Noticed
from validators.listed import listed
from validators.office import Broken, Scene
from validators.remark import Severity
from validators.rule import Complaint, RowOf, rule

_TABS = {register.key: register.tab for register in REGISTERS}
_MOST = 10
_LET_IT_BE = "Если так и нужно, оставьте как есть и укажите причину: руководителю — rpo ack {} --reason «причина»."


@rule(VANISHED, Severity.ERROR, "Строки не пропадают без статуса")
def rows_do_not_vanish_without_a_status(scene: Scene) -> Iterator[Complaint]:
    """Верните строку с тем же кодом: её прежние значения названы в замечании, остальные — в прежней версии файла. Если
    запись больше не нужна, строку всё равно верните и поставьте ей статус."""
    broken = _broken_by_code(scene)
    for one in scene.noticed:
        if one.code == VANISHED:
            code = "без кода" if one.id.startswith("?") else one.id
            text = f"Строка {code} пропала без статуса.{_was(one)}{_referred(scene, broken.get(one.id, []))}"
            yield Complaint(one, None, text, f"{rows_do_not_vanish_without_a_status.advice} {_let_be(one)}")


@rule(PARTED, Severity.WARNING, "Под кодом стоит та же запись, что и раньше")
def codes_stay_with_their_records(scene: Scene) -> Iterator[Complaint]:
    """Верните записи её код. Новой записи нужен свой свободный код, а прежней строке — статус вместо удаления."""
    for one in scene.noticed:
        table = scene.office.tables.get(one.register)
        index = table.index_of.get(one.id) if table is not None else None
        if one.code != PARTED or table is None or index is None:
            continue
        if one.field == "id":
            text = f"У записи сменился код: был {one.told[0][1]}, стал {one.id}. Ссылки на прежний код ведут не к ней."
        else:
            code = f"кодом {one.id}" if not one.id.startswith("?") else "прежним именем"
            text = f"Под {code} теперь стоит другая запись.{_was(one)}"
        advice = f"{codes_stay_with_their_records.advice} {_let_be(one)}"
        yield Complaint(RowOf(table, index), one.field or None, text, advice)


@rule(LOWERED, Severity.WARNING, "План не смягчают после начала периода", needs=("IND",))
def plans_are_not_eased_after_their_period_began(scene: Scene) -> Iterator[Complaint]:
    """Верните прежний план или укажите в «Утверждён решением» решение, которым он изменён."""
    table = scene.office.tables["IND"]
    for one in scene.noticed:
        index = table.index_of.get(one.id) if one.code == LOWERED else None
        plan = table.values[one.field][index] if index is not None else None
        if index is None or not isinstance(plan, int | float):
            continue
        heading, was = one.told[0][0], float(one.told[0][1])
        text = f"«{heading}» изменён после начала периода: был {_number(was)}, стал {_number(plan)}."
        advice = f"{plans_are_not_eased_after_their_period_began.advice} {_let_be(one)}"
        yield Complaint(RowOf(table, index), one.field, text, advice)


def told_of_lost_rows(scene: Scene) -> frozenset[str]:
    """The codes whose broken references are listed in X44 already."""
    if VANISHED in scene.settings.rules.muted:
        return frozenset()
    return frozenset(one.id for one in scene.noticed if one.code == VANISHED)


def _broken_by_code(scene: Scene) -> dict[str, list[Broken]]:
    found: dict[str, list[Broken]] = defaultdict(list)
    for broken in scene.office.broken:
        found[broken.code].append(broken)
    return found


def _was(one: Noticed) -> str:
    cells = "; ".join(f"{heading} — {words}" for heading, words in one.told)
    return f" Раньше в ней было: {cells}." if one.code == VANISHED and cells else (f" Было: {cells}." if cells else "")


def _referred(scene: Scene, broken: list[Broken]) -> str:
    """Who refers to the lost row, by tab: the codes of the rows, the first of them when there are many."""
    rows: dict[str, list[str]] = {}
    for one in broken:
        place = scene.office.tables[one.register].place(one.index, None)
        rows.setdefault(one.register, []).append(place.id or f"строка {place.row}")
    parts = [f"«{_TABS[key]}» — {listed(list(dict.fromkeys(ids)), _MOST)}" for key, ids in rows.items()]
    return f" На неё ссылаются: {'; '.join(parts)}." if parts else ""


def _let_be(one: Noticed) -> str:
    return _LET_IT_BE.format(one.id if CODE.fullmatch(one.id) else f'"{one.id}"')


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",") if abs(value) < 1e6 else f"{value:.0f}"
