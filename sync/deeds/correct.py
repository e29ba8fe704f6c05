"""«Уточнить период»: a numbered correction of a closed period."""

from sync.closing import correct
from sync.deeds import periods
from sync.deeds.deed import Ask, Deed, Done, Once, Wish
from sync.desk import Desk
from sync.periods import issued_lines


def _do(desk: Desk, wish: Wish) -> Done:
    return Done(issued_lines(desk, correct(desk, wish["period"], wish["reason"])))


CORRECT = Deed(
    key="correct",
    title="Уточнить период",
    what="Выпустить уточнённый отчёт за закрытый период; отправленный раньше остаётся.",
    command="close --correct",
    asks=(
        Ask("period", "Период", choices=periods.closed),
        Ask("reason", "Причина", "Например: исправлены даты зачисления"),
    ),
    do=_do,
    by_person=True,
    once=Once(periods.last_correction, periods.issued),
)
