"""What makes a figure red whatever its share (domain.md §5.6): more paid than promised, an official page silent."""

from reports.facts import Facts
from validators.counting.count import Count
from validators.counting.outreach import voices
from validators.counting.spending import spending

_NAMED = 3


def alarm_of(facts: Facts, key: str, count: Count) -> str:
    """Why the figure is red at once; "" when nothing of the kind is there."""
    if key == "K24":
        return _said("касса больше обязательств", _overpaid(facts, count))
    if key == "K27" and facts.scene.office.has("PAGE"):
        return _said("официальная страница молчит", _silent(facts))
    return ""


def _overpaid(facts: Facts, count: Count) -> list[str]:
    mine = {*count.rows, *count.of}
    return [one.id for one in spending(facts.scene.office, facts.today) if one.is_overpaid and one.id in mine]


def _silent(facts: Facts) -> list[str]:
    table = facts.scene.office.tables["PAGE"]
    official = table.values["official"]
    return [table.ids[one.index] for one in voices(facts.scene) if one.is_silent and official[one.index]]


def _said(words: str, codes: list[str]) -> str:
    more = f" и ещё {len(codes) - _NAMED}" if len(codes) > _NAMED else ""
    return f"{words}: {', '.join(codes[:_NAMED])}{more}" if codes else ""
