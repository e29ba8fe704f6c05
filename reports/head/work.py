"""«Отчёт. Работа РПО»: who does what and how, papers in time, what the office has done (domain.md О12, H1, H5–H7)."""

from collections.abc import Iterator

from reports import wording
from reports.facts import Facts
from reports.head.page import in_words, indicators, opening, sources
from reports.head.plan_cuts import Work, work
from reports.head.work_duties import grid_of, matrix, people
from reports.head.work_grid import WIDE, Grid
from reports.head.work_papers import kinds, reports, requests, signatures
from reports.head.work_results import results
from reports.head.work_signoff import signing
from reports.naming import staff, tab_of
from reports.report import Block, Recipe, Report, Words
from validators.counting.count import obstacle
from validators.counting.duties import duties, duties_obstacle, without_duties
from validators.counts import COUNTS

WORKBOOK = "Отчёты"
TAB = "Отчёт. Работа РПО"
_INDICATORS = ("K22", "K23", "K29", "K30")
_METHOD = (
    "Функции — из справочника «Функции»; функция закреплена, если её ведёт хотя бы один работающий сотрудник. "
    "Исполнение плана — по ответственным; за запрос ФПО отвечает исполнитель документа. Срок отчёта — из «Видов "
    "документов», а если там пусто, из настроек."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    office = facts.scene.office
    end = sources(facts, ("STAFF", "FUNCTION", "PLAN", "DEC", "DOC", "DOCKIND"))
    if all(obstacle(office, key) for key in ("STAFF", "PLAN", "DEC", "DOC")):
        words = "О работе РПО сказать нечего: ни сотрудники, ни план, ни поручения, ни документы не ведутся."
        return (Report(WORKBOOK, TAB, (*opening(facts, "Работа РПО", words), end)),)
    now, grid = work(facts), grid_of(facts)
    blocks: list[Block] = [*opening(facts, "Работа РПО", _main(facts)), *_untold(facts)]
    blocks.append(indicators(facts, _INDICATORS, _widths(grid)))
    blocks += [*_duties(facts, grid), *_people(facts, grid, now)]
    if office.has("DOC"):
        blocks += [kinds(facts, grid), requests(facts, grid), signing(facts, grid), signatures(facts, grid)]
    blocks.append(results(facts, grid, now))
    if office.has("DOC"):
        blocks.append(reports(facts, grid))
    return (Report(WORKBOOK, TAB, (*blocks, Words(_METHOD, "small"), end)),)


WORK = Recipe("Работа РПО", compose)


def _widths(grid: Grid) -> tuple[int, ...]:
    unit = grid.unit
    return (*WIDE, unit, 2 * unit, (grid.units - 3) * unit)


def _main(facts: Facts) -> str:
    """What nobody does, and how much is done in time."""
    office = facts.scene.office
    words = []
    if not duties_obstacle(office) and staff(office, facts.today):
        bare = [in_words(office, "FUNCTION", one.code) for one in duties(office, facts.today) if one.is_uncovered]
        more = f" и ещё {len(bare) - 2}" if len(bare) > 2 else ""
        told = f"Ни за кем не закреплены функции: {'; '.join(bare[:2])}{more}."
        words.append(told if bare else "Все функции закреплены.")
    shares = [(name, COUNTS[key](office, facts.today).value) for key, name in _SHARES.items()]
    known = [f"{name} {wording.percent(value)}" for name, value in shares if value is not None]
    return " ".join([*words, *([f"В срок исполнено: {', '.join(known)}."] if known else [])]) or "Сроков пока не было."


_SHARES = {"K22": "план —", "K23": "поручения —", "K29": "отчёты —", "K30": "запросы ФПО —"}


def _untold(facts: Facts) -> Iterator[Words]:
    office = facts.scene.office
    for key in ("STAFF", "FUNCTION", "PLAN", "DEC", "DOC"):
        why = obstacle(office, key)
        if why:
            yield Words(f"«{tab_of(key)}» — {why}: здесь без этих сведений.")
    if not duties_obstacle(office) and (silent := without_duties(office, facts.today)):
        yield Words(f"Функции не указаны у сотрудников: {', '.join(silent)}.")


def _duties(facts: Facts, grid: Grid) -> Iterator[Block]:
    if not duties_obstacle(facts.scene.office) and staff(facts.scene.office, facts.today):
        yield matrix(facts, grid)


def _people(facts: Facts, grid: Grid, now: Work) -> Iterator[Block]:
    if staff(facts.scene.office, facts.today):
        yield people(facts, grid, now)
