"""The instructions of the deputy of the governor: how many there are, how they are done, which are overdue."""

from config.cells.text import fold
from reports import wording
from reports.documents.measures import name_of
from reports.facts import Facts
from validators.counting.work import CALLED_OFF, Task, instructions

_HIS = fold("заместитель Губернатора")


def his_orders(facts: Facts) -> list[Task]:
    """Those that he has given, called off ones left out."""
    every = instructions(facts.scene.office)
    return [one for one in every if fold(one.says("body")).startswith(_HIS) and one.state not in CALLED_OFF]


def of_deputy(facts: Facts) -> str:
    """How his instructions are done, as a clause; "" when he has given none."""
    orders, today = his_orders(facts), facts.today
    if not orders:
        return ""
    done = sum(one.is_done(today) for one in orders)
    overdue = [one for one in orders if one.is_late(today)]
    parts = [f"исполнено — {done}"] if done else []
    parts += [f"на контроле — {len(orders) - done - len(overdue)}"] if len(orders) > done + len(overdue) else []
    parts += [f"просрочено — {len(overdue)}"] if overdue else []
    named = "; ".join(f"«{name_of(facts, one)}», срок {wording.day(one.due)}" for one in overdue)
    words = f"поручения заместителя Губернатора (всего {len(orders)}): {', '.join(parts)}"
    return words + (f" ({named})" if named else "")
