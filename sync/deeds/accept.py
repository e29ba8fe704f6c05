"""«Принять»: a person accepts what a guard held."""

from collections.abc import Sequence

from reports.naming import tab_of
from sync.accepting import accept
from sync.before import Hold
from sync.deeds.deed import Ask, Choice, Deed, Done, Once, Wish
from sync.desk import Desk
from sync.state.store import Store


def held(desk: Desk) -> Sequence[Choice]:
    """What waits for a decision."""
    with Store.open(desk.history, read_only=True) as store:
        return waiting_of(store.holds())


def waiting_of(holds: Sequence[Hold]) -> Sequence[Choice]:
    """The same as an update sees it."""
    return [Choice(str(one.number), f"№ {one.number} · {tab_of(one.register)}") for one in holds if not one.accepted]


def _do(desk: Desk, wish: Wish) -> Done:
    accept(desk, wish["hold"], wish["reason"])
    return _accepted(desk, wish)


def _accepted(_desk: Desk, _wish: Wish) -> Done:
    return Done(("Принято. Изменение попадёт в отчёты при следующем обновлении: rpo sync.",))


def _waits(desk: Desk, wish: Wish) -> str:
    return str(wish["hold"] in {one.value for one in held(desk)})


ACCEPT = Deed(
    key="accept",
    title="Принять",
    what="Принять данные, приём которых приостановлен. Причина останется в истории.",
    command="ack",
    asks=(
        Ask("hold", "Что принять", choices=held),
        Ask("reason", "Причина", "Почему это изменение верно, например: год закончен, выпускники убраны"),
    ),
    do=_do,
    by_person=True,
    once=Once(_waits, _accepted),
)
