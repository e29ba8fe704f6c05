"""«Пакет»: the package for the federal office, through its gate."""

from sync.deeds import periods
from sync.deeds.deed import Ask, Deed, Done, Once, Wish
from sync.desk import Desk
from sync.exported_words import words_of
from sync.federal import Asked, export
from sync.periods import name_of
from sync.state.store import Store
from validators.counting.papers import FEDERAL_OFFICE


def _do(desk: Desk, wish: Wish) -> Done:
    made = export(desk, Asked(wish["period"], wish["correct"] or None))
    root = f"{desk.root}/"
    return Done(tuple(line.replace(root, "") for line in words_of(made)), (made.archive,))


def _issued(desk: Desk, wish: Wish) -> str:
    """How many packages of the period have gone out."""
    name = name_of(wish["period"])
    with Store.open(desk.history, read_only=True) as store:
        log = store.packages(desk.settings.office.season, FEDERAL_OFFICE)
    return str(sum(one.period == name and not one.request for one in log))


def _again(desk: Desk, wish: Wish) -> Done:
    return _do(desk, {**wish, "correct": ""})


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
    once=Once(_issued, _again),
)
