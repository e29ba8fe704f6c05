"""A person accepts what a guard held, or leaves a row that was lost or changed as it is."""

from config.codes import fold_code
from config.errors import UsageError
from sync.desk import Desk
from sync.writing import the_only_writer


def accept(desk: Desk, named: str, reason: str) -> None:
    """`named` is the number of a hold, the key of a register or the code of a row; the next update takes it.

    Raises UsageError when nothing is held under it, BusyError while the office is being updated.
    """
    with the_only_writer(desk) as store:
        waiting = [one for one in store.holds() if not one.accepted]
        found = [one for one in waiting if named.upper() in {str(one.number), one.register}]
        row = fold_code(named) or named
        let_be = store.let_be(row, reason, desk.moment) if not found else 0
        if not found and not let_be:
            numbers = ", ".join(f"{one.number} ({one.register})" for one in waiting) or "ничего"
            raise UsageError(f"Под «{named}» ничего не приостановлено.", advice=f"Сейчас приостановлено: {numbers}.")
        for hold in found:
            store.ack(hold.number, reason, desk.moment)
