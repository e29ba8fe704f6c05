"""«Обновить»: one recorded update of the office."""

from sync.deeds.deed import Deed, Done, Wish
from sync.desk import Desk
from sync.printing import result_lines
from sync.run import update


def _do(desk: Desk, _wish: Wish) -> Done:
    return Done(tuple(result_lines(update(desk))))


REFRESH = Deed(
    key="refresh",
    title="Обновить",
    what="Прочитать реестры заново, проверить и переписать замечания и отчёты.",
    command="sync",
    asks=(),
    do=_do,
)
