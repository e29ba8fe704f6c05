"""«Пакет»: the package for the federal office, through its gate."""

from sync.deeds import periods
from sync.deeds.deed import Ask, Deed, Done, Wish
from sync.desk import Desk
from sync.exported_words import words_of
from sync.federal import Asked, export


def _do(desk: Desk, wish: Wish) -> Done:
    made = export(desk, Asked(wish["period"], wish["correct"] or None))
    root = f"{desk.root}/"
    return Done(tuple(line.replace(root, "") for line in words_of(made)), (made.archive,))


PACKAGE = Deed(
    key="package",
    title="Выпустить пакет для ФПО",
    what="Собрать пакет за закрытый период: без имён, малые числа скрыты.",
    command="export federal",
    asks=(
        Ask("period", "Период", choices=periods.closed),
        Ask("correct", "Причина уточнения", "Только если пакет за период уже отправлен", required=False),
    ),
    do=_do,
)
