"""What the head explains: the rows of «Пояснения» about the period of a package, each with the post of who answers."""

from datetime import date

from config.periods import calendar_days, is_stage
from reports.disclosure.draft import Explained
from reports.facts import Facts
from validators.counting.plans import code_of


def explanations(facts: Facts, period: str) -> tuple[Explained, ...]:
    """The explanations of the period, those of the quarter and year that end with it among them, in their order."""
    if not facts.scene.office.has("NOTE"):
        return ()
    table = facts.scene.office.tables["NOTE"]
    named = periods_about(period)
    columns = [table.values[name] for name in ("period", "subject", "reason", "measures", "due", "who")]
    found = []
    for index in table.counted:
        span, subject, reason, measures, due, who = (column[index] for column in columns)
        if span in named and reason:
            figure = _figure(facts, subject)
            found.append(
                Explained(
                    code=table.ids[index],
                    subject=_subject(facts, subject),
                    reason=str(reason),
                    measures=str(measures or ""),
                    due=due if isinstance(due, date) else None,
                    who=_post(facts, who),
                    figure=figure,
                )
            )
    return tuple(found)


def periods_about(period: str) -> frozenset[str]:
    """The period and those that end on the same day: March, the first quarter; December, the fourth one, the year."""
    days = calendar_days(period)
    if days is None or is_stage(period):
        return frozenset({period})
    last = days.last
    ends = (f"{last:%Y-%m}", f"{last.year}-К{(last.month + 2) // 3}", str(last.year))
    return frozenset(one for one in ends if (span := calendar_days(one)) is not None and span.last == last)


def _figure(facts: Facts, subject: object) -> str:
    """The code of the indicator that a row explains; empty when it explains a part of the report."""
    table = facts.scene.office.tables.get("IND")
    index = None if table is None else table.index_of.get(str(subject))
    if table is not None and index is not None:
        return code_of(table.values["indicator"][index]) or ""
    return code_of(subject) or ""


def _subject(facts: Facts, subject: object) -> str:
    table = facts.scene.office.tables.get("IND")
    index = None if table is None else table.index_of.get(str(subject))
    if table is None or index is None:
        return str(subject or "")
    return " ".join(str(value) for name in ("indicator", "title") if (value := table.values[name][index]))


def _post(facts: Facts, who: object) -> str:
    """An employee by post; words that name nobody of the office stay words, and the gate reads them."""
    table = facts.scene.office.tables.get("STAFF")
    index = None if table is None else table.index_of.get(str(who))
    return str(who or "") if table is None or index is None else str(table.values["post"][index] or "")
