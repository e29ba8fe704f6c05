"""«Восстановить строки»: rows as they were, in a file of their own on the office's machine."""

from reports.wording import counted
from sync.deeds import registers
from sync.deeds.deed import Ask, Deed, Done, Wish
from sync.desk import Desk
from sync.lock import only_one
from sync.restoring import advice_on, put_rows


def _do(desk: Desk, wish: Wish) -> Done:
    codes = wish["codes"].replace(",", " ").replace(";", " ").split()
    with only_one(desk.state.parent):
        done = put_rows(desk, wish["register"], codes, wish["as_of"] or None)
    rows = counted(len(done.versions), "строка", "строки", "строк")
    where = done.path.relative_to(desk.root).as_posix()
    return Done((f"Готово, {rows}. Файл лежит в папке офиса: {where}.", *advice_on(desk, done)))


RESTORE = Deed(
    key="restore",
    title="Восстановить строки",
    what="Положить строки, какими они были, в отдельный файл на компьютере офиса; реестр не меняется.",
    command="restore",
    asks=(
        Ask("register", "Реестр", choices=registers.kept),
        Ask("codes", "Коды строк", "Через запятую, например: ШК-0123, ШК-0124"),
        Ask("as_of", "Какими были в этот день", "Например 2026-02-01; пусто — последними", required=False),
    ),
    do=_do,
)
