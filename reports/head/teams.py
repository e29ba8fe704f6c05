"""«Отчёт. Команды и проекты»: by stage and priority, whom teams lack, what is defended and in use (domain.md О5)."""

from collections.abc import Iterator, Sequence

from reports import wording
from reports.facts import Facts
from reports.head.page import indicators, opening, sources
from reports.head.team_rows import LACKS, Line, lines_of
from reports.head.teams_cuts import by_priority, by_stage, defences, stages_chart
from reports.naming import tab_of
from reports.report import Block, Field, Form, Listing, Recipe, Report, Value, Words
from validators.counting.count import obstacle
from validators.counts import COUNTS, PARTS

WORKBOOK = "Отчёты"
TAB = "Отчёт. Команды и проекты"

_INDICATORS = ("K09", "K10", "K11", "K12")
_WIDTHS = (89, 27, 12, 24, 14, 34)
_LACKS = (Field("Чего не хватает", 63), Field("Команд", 26, Form.WHOLE), Field("Какие команды", 111))
_TEAMS = (
    Field("Код", 11),
    Field("Команда", 22),
    Field("Проект", 30),
    Field("Направление", 26),
    Field("Стадия", 15),
    Field("Школьники и СПО", 12, Form.WHOLE),
    Field("Студенты вузов", 12, Form.WHOLE),
    Field("Лидер", 12),
    Field("Наставник утверждён", 13),
    Field("Последняя работа", 13, Form.DATE),
    Field("Чего не хватает", 34),
)
_METHOD = (
    "Действует команда, которая сформирована и не закрыта. Полный состав: школьников и студентов СПО столько, сколько "
    "нужно ({least}–{most}), заявленная численность верна, лидер участвует, наставник утверждён; с команды, которая "
    "защитила проект, это больше не спрашивается. Последняя работа — проектная сессия или консультация наставника."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    office = facts.scene.office
    why = obstacle(office, "TEAM")
    end = sources(facts, ("TEAM", "SCH", "UNI", "MENT", "PROG"))
    if why or not office.tables["TEAM"].counted:
        words = f"Команды посчитать нельзя: «{tab_of('TEAM')}» — {why}." if why else "Команд в реестре пока нет."
        return (Report(WORKBOOK, TAB, (*opening(facts, "Команды и проекты", words), end)),)
    lines = lines_of(facts)
    limits = facts.scene.settings.thresholds
    blocks: list[Block] = [*opening(facts, "Команды и проекты", _main(facts, lines)), *_untold(facts)]
    blocks += [by_stage(lines), *stages_chart(lines), indicators(facts, _INDICATORS, _WIDTHS)]
    blocks += [_lacking(facts, lines), by_priority(facts, lines), *defences(facts), _listing(lines)]
    method = _METHOD.format(least=limits.team_min, most=limits.team_max)
    return (Report(WORKBOOK, TAB, (*blocks, Words(method, "small"), end)),)


TEAMS = Recipe("Команды и проекты", compose)


def _main(facts: Facts, lines: Sequence[Line]) -> str:
    office, today = facts.scene.office, facts.today
    whole = COUNTS["K10"](office, today)
    apart = len(whole.of) - len(whole.rows)
    full = "" if whole.value is None else f", неполного состава {apart}" if apart else ", все полного состава"
    done, used = (PARTS["K12"][state](office, today).value for state in ("защищено", "внедряется"))
    ready = "" if done is None else f" Проектов защищено {wording.whole(done)}, внедряется {wording.whole(used or 0)}."
    return f"Действует команд {len(lines)}{full}.{ready}{_silent(facts, lines)}"


def _silent(facts: Facts, lines: Sequence[Line]) -> str:
    """The team that has been without work longest, when that is too long."""
    worst = max(lines, key=lambda one: one.idle or 0, default=None)
    if worst is None or (worst.idle or 0) <= facts.scene.settings.thresholds.team_stuck_days:
        return ""
    return f" Дольше всех без работы {worst.id} — {wording.counted(worst.idle or 0, 'день', 'дня', 'дней')}."


def _untold(facts: Facts) -> Iterator[Words]:
    why = COUNTS["K10"](facts.scene.office, facts.today).why
    if why and COUNTS["K09"](facts.scene.office, facts.today).value:
        yield Words(f"Полон ли состав команд, сказать нельзя: реестр участников или наставников — {why}.")


def _lacking(facts: Facts, lines: Sequence[Line]) -> Listing:
    """What teams lack, the most frequent first."""
    found = [(words, [one.id for one in lines if lack in (one.lacks or ())]) for lack, words in LACKS.items()]
    rows = [(words, len(codes), ", ".join(codes)) for words, codes in found if codes]
    rows.sort(key=lambda row: -row[1])
    why = COUNTS["K10"](facts.scene.office, facts.today).why
    return Listing("Неполный состав", _LACKS, tuple(rows), why or "у всех команд состав полный")


def _listing(lines: Sequence[Line]) -> Listing:
    """Every team at work: those that lack somebody first, then those that have been without work longest."""
    ordered = sorted(lines, key=lambda one: (-len(one.lacks or ()), -(one.idle or 0), one.id))
    rows = tuple(_line(one) for one in ordered)
    return Listing("Все действующие команды", _TEAMS, rows, "действующих команд нет", filtered=bool(rows))


def _line(one: Line) -> tuple[Value, ...]:
    people = ("—" if one.pupils is None else one.pupils, "—" if one.students is None else one.students)
    leaders = "\n".join(one.leaders) or None
    what = (one.id, one.name, one.project, one.priority, one.stage)
    return (*what, *people, leaders, one.mentor, one.moved, one.lacks_in_words)
