"""«Отчёт. Качество данных»: the index and its four parts, by register, by employee and by code of remark."""

from collections import Counter
from collections.abc import Sequence

from reports import wording
from reports.causes import above_info, causes
from reports.facts import Facts
from reports.leave_lines import reason_of, said_by
from reports.naming import post_of, row_of, staff, tab_of
from reports.quality import Pace, Quality, by_register, light_of, pace, settling, total
from reports.reader import Reader
from reports.report import Field, Form, Light, Listing, Recipe, Report, Value, Words
from validators.catalogue import FAULTS
from validators.remark import Remark, Severity, consequence

WORKBOOK = "Отчёты"
TAB = "Отчёт. Качество данных"
_HISTORY = "нет истории"
_NOTHING = "нет данных"
_PARTS = (
    Field("Реестр", 30),
    Field("Полнота", 13, Form.PERCENT),
    Field("Корректность", 14, Form.PERCENT),
    Field("Актуальность", 14, Form.PERCENT),
    Field("Своевременность", 17, Form.PERCENT),
    Field("Индекс", 11, Form.PERCENT),
    Field("Оценка", 12),
    Field("Слабое место", 26),
    Field("Исправлено за 30 дней", 13, Form.WHOLE),
)
_OWNERS = (
    Field("Сотрудник", 38),
    Field("Замечаний", 13, Form.WHOLE),
    Field("Строка не учтена", 17, Form.WHOLE),
    Field("Значение не учтено", 18, Form.WHOLE),
    Field("Проверьте", 13, Form.WHOLE),
    Field("Новых сегодня", 14, Form.WHOLE),
    Field("Вернулось", 12, Form.WHOLE),
    Field("Самое старое с", 15, Form.DATE),
    Field("Исправлено за 30 дней", 13, Form.WHOLE),
)
_CODES = (
    Field("Код", 9),
    Field("Что не так", 44),
    Field("Последствие", 20),
    Field("Замечаний", 12, Form.WHOLE),
    Field("Реестры", 40),
)
_LEFT = (
    Field("Сотрудник", 30),
    Field("До какого числа", 14, Form.DATE),
    Field("Реестр", 24),
    Field("Строка", 12),
    Field("Что не так", 40),
    Field("Причина", 34),
    Field("Кто решил", 20),
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    registers = by_register(facts)
    whole = total(facts, registers)
    mended = Counter(one.register for one in facts.past.fixed)
    rows = [(*_line("Все реестры", whole, light_of(facts, whole)), mended.total())]
    rows += [
        (*_line(tab_of(key), quality, _light(facts, quality, key)), mended[key]) for key, quality in registers.items()
    ]
    blocks = (
        Words("Качество данных", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
        Words(_headline(facts, whole, registers)),
        Listing("Индекс качества", _PARTS, tuple(rows), frozen=True, leading=1),
        Listing("По сотрудникам", _OWNERS, tuple(_owners(facts)), "замечаний нет"),
        Listing("По видам замечаний", _CODES, tuple(_codes(facts.remarks)), "замечаний нет"),
        Listing("Оставлено как есть", _LEFT, tuple(_left(facts)), "нет"),
        Words(_METHOD, "small"),
    )
    return (Report(WORKBOOK, TAB, blocks),)


QUALITY = Recipe("Качество данных", compose)

_METHOD = (
    "Полнота — заполненные обязательные ячейки. Корректность — строки без ошибок. Актуальность — реестры, обновлённые "
    "в свой срок. Своевременность — замечания, исправленные вовремя (за последние 30 дней). "
    "Индекс — среднее известных частей."
)


def _line(title: str, quality: Quality, light: Light) -> tuple[Value, ...]:
    parts = quality.parts
    shown = [_rounded(parts[name], _NOTHING) for name in ("полнота", "корректность")]
    shown.append(_rounded(parts["актуальность"], _HISTORY))
    shown.append(_rounded(parts["своевременность"], _HISTORY))
    return (title, *shown, _rounded(quality.index, _NOTHING), light, _weak(quality))


def _rounded(share: float | None, instead: str) -> Value:
    if share is None:
        return instead
    return round(share) if round(share, 1) == round(share) else round(share, 1)


def _weak(quality: Quality) -> str:
    lowest = quality.weakest
    share = quality.parts[lowest] if lowest else None
    return "—" if lowest is None or share is None or share >= 100 else f"{lowest}, {wording.percent(share)}"


def _light(facts: Facts, quality: Quality, key: str) -> Light:
    index, limits = quality.index, facts.scene.settings.thresholds
    if index is None or settling(facts):
        return Light.GREY
    spoiled = any(one.severity is Severity.CRITICAL and one.place.register == key for one in facts.remarks)
    if spoiled or index < limits.data_yellow:
        return Light.RED
    return Light.GREEN if index >= limits.data_green else Light.YELLOW


def _headline(facts: Facts, whole: Quality, registers: dict[str, Quality]) -> str:
    if whole.index is None:
        return "Данных пока нет: ни один реестр не прочитан."
    words = f"Индекс качества {wording.percent(whole.index)}."
    known = {key: one.index for key, one in registers.items() if one.index is not None}
    weakest = min(known, key=lambda key: known[key], default=None)
    if weakest is not None and known[weakest] < 100:
        words += f" Слабее всего «{tab_of(weakest)}»: {_weak(registers[weakest])}."
    return f"{words} {pace_words(facts)}"


def pace_words(facts: Facts) -> str:
    """«Осталось 640 из 900, −260 за неделю», and while the tables are put in order, until when the light is grey."""
    words = wording.sentence(pace_of(pace(facts)))
    until = facts.scene.settings.office.settling_until
    if settling(facts) and until is not None:
        words += f" До {wording.day(until)} идёт наведение порядка, оценка не ставится."
    return words


def pace_of(now: Pace) -> str:
    """«осталось 640 из 900, −260 за неделю»."""
    words = f"осталось {wording.counted(now.left, 'замечание', 'замечания', 'замечаний')}"
    if now.started is not None and now.started >= now.left:
        words = f"осталось {wording.whole(now.left)} из {wording.whole(now.started)}"
    return words + ("" if now.week is None else f", {wording.signed(now.week)} за неделю")


def _owners(facts: Facts) -> list[tuple[Value, ...]]:
    mine: dict[str | None, list[Remark]] = {code: [] for code in staff(facts.scene.office, facts.today)}
    for remark in above_info(facts.remarks):
        mine.setdefault(remark.owner, []).append(remark)
    mended = Counter(one.owner for one in facts.past.fixed)
    for owner in mended:
        mine.setdefault(owner, [])
    ordered = sorted(mine.items(), key=lambda item: -len(item[1]))
    return [(*_owner(facts, owner, remarks), mended[owner]) for owner, remarks in ordered]


def _owner(facts: Facts, owner: str | None, remarks: Sequence[Remark]) -> tuple[Value, ...]:
    by_severity = [sum(one.severity is severity for one in remarks) for severity in list(Severity)[:3]]
    fresh = sum(one.since == facts.today and not one.old for one in remarks)
    oldest = min((one.since for one in remarks if one.since), default=None)
    back = sum(one.first is not None for one in remarks)
    counts = (len(remarks), *by_severity, fresh, back)
    return (post_of(facts.scene.office, owner) or "Без ответственного", *counts, oldest)


def _left(facts: Facts) -> list[tuple[Value, ...]]:
    """The remarks that are silent because somebody left them as they are, by employee, the soonest to end first."""
    reader, office = Reader(facts), facts.scene.office
    found = []
    for one in facts.silent:
        leave = facts.ruled[one.fingerprint].leave
        whose = post_of(office, one.owner) or "Без ответственного"
        where = (tab_of(one.place.register), row_of(office, one.place))
        found.append((whose, leave.end, *where, one.text, reason_of(reader, leave), said_by(leave)))
    return sorted(found, key=lambda line: (line[0], line[1], line[2:4]))


def _codes(remarks: Sequence[Remark]) -> list[tuple[Value, ...]]:
    groups: dict[tuple[str, Severity], list[Remark]] = {}
    for remark in remarks:
        groups.setdefault((remark.code, remark.severity), []).append(remark)
    ordered = sorted(groups.items(), key=lambda item: (item[0][1].rank, -len(item[1]), item[0][0]))
    return [
        (code, _what(code, some), consequence(code, severity), len(some), _where(some))
        for (code, severity), some in ordered
    ]


def _what(code: str, group: Sequence[Remark]) -> str:
    return f"{FAULTS[code].title}." if code in FAULTS else causes(group)[0].what


def _where(group: Sequence[Remark]) -> str:
    return ", ".join(dict.fromkeys(tab_of(remark.place.register) for remark in group))
