"""«Закрыть период»: what was reported of it never changes again."""

from sync.closing import close
from sync.deeds import periods
from sync.deeds.deed import Ask, Deed, Done, Once, Wish
from sync.desk import Desk
from sync.periods import issued_lines


def _do(desk: Desk, wish: Wish) -> Done:
    return Done(issued_lines(desk, close(desk, wish["period"], wish["force"] or None)))


CLOSE = Deed(
    key="close",
    title="Закрыть период",
    what="Закрыть месяц, квартал, год или этап: отчёт за него больше не изменится.",
    command="close",
    asks=(
        Ask("period", "Период", "Например 2026-04 (месяц), 2026-К1 (квартал), 2026 (год) или Э4 (этап)"),
        Ask("force", "Причина, если приняты не все реестры", "Обычно пусто", required=False),
    ),
    do=_do,
    by_person=True,
    once=Once(periods.last_correction, periods.issued),
)
