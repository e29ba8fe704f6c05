"""How far the papers of the office are: drafted, in agreement, signed, sent; whose signature each of them wants."""

from datetime import date

from reports import wording
from reports.facts import Facts
from reports.head.work_grid import Grid
from reports.head.work_papers import period_in_words
from reports.naming import post_of, short_name
from reports.report import Form, Listing, Value
from validators.counting.papers import reports_obstacle
from validators.counting.signoff import PROTOCOL, Paper, papers_due, papers_told

MAY, MAY_NOT, UNKNOWN = "да", "нет, ему не поручено", "не указано"
"""Whether the one whose signature is wanted may sign such documents (H6)."""


def papers(facts: Facts) -> list[Paper]:
    """The documents that are due by the day, with their states."""
    return papers_due(facts.scene.office, facts.scene.settings, facts.today)


def signing(facts: Facts, grid: Grid) -> Listing:
    """Each document that is due and not signed, the nearest term first, then the latest signed one of each kind."""
    fields = grid.fields(
        [("Документ", 1, Form.TEXT), ("Период", 1, Form.TEXT), ("Состояние", 1, Form.TEXT)],
        [
            ("Срок", 1, Form.DATE),
            ("Дней осталось", 1, Form.WHOLE),
            ("Код", 1, Form.TEXT),
            ("Чья подпись", 3, Form.TEXT),
            ("Вправе подписать", 2, Form.TEXT),
        ],
    )
    rows = tuple(_line(facts, one) for one in papers_told(facts.once(papers)))
    empty = reports_obstacle(facts.scene.office) or "документов пока не требовалось"
    return Listing("Документы на пути к подписи", fields, rows, empty)


def _line(facts: Facts, one: Paper) -> tuple[Value, ...]:
    code = None if one.row is None else facts.scene.office.tables["DOC"].ids[one.row]
    left = one.days_left(facts.today)
    said = (one.kind, paper_period(facts, one), one.state.value)
    return (*said, one.deadline, left, code, signer_words(facts, one), competence_words(one))


def paper_period(facts: Facts, one: Paper) -> str:
    """«март 2026», «заседание 20.03.2026», a stage by its title, the year of the season."""
    if one.kind == PROTOCOL:
        return f"заседание {wording.day(date.fromisoformat(one.period))}"
    return period_in_words(facts, one.period)


def signer_words(facts: Facts, one: Paper) -> str:
    """An employee by name where names may stand, anybody else by the post that the register names."""
    office = facts.scene.office
    known = office.has("STAFF") and one.signer in office.tables["STAFF"].index_of
    named = short_name(facts, one.signer) if known else one.signer
    return named or post_of(office, one.signer) or "не указано"


def competence_words(one: Paper) -> str:
    """May he sign: «да», «нет, ему не поручено», «не указано»."""
    return {True: MAY, False: MAY_NOT, None: UNKNOWN}[one.is_competent]
