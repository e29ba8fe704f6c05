"""«История строки»: every version of a row by its code, without what is personal."""

from config.columns import Privacy
from sync.deeds import registers
from sync.deeds.deed import Ask, Deed, Done, Wish
from sync.desk import Desk
from sync.row_history import history_lines


def _do(desk: Desk, wish: Wish) -> Done:
    return Done(tuple(history_lines(desk, wish["register"], wish["code"], Privacy.P1)))


ROW_HISTORY = Deed(
    key="history",
    title="История строки",
    what="Какой строка была и когда менялась. Личные значения здесь не показываются.",
    command="history",
    asks=(
        Ask("register", "Реестр", choices=registers.kept),
        Ask("code", "Код строки", "Например ШК-0123"),
    ),
    do=_do,
)
