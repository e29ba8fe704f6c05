"""«Принять»: a person accepts what a guard held."""

from collections.abc import Sequence

from reports.naming import tab_of
from sync.accepting import accept
from sync.deeds.deed import Ask, Choice, Deed, Done, Wish
from sync.desk import Desk
from sync.state.store import Store


def _held(desk: Desk) -> Sequence[Choice]:
    with Store.open(desk.state, read_only=True) as store:
        waiting = [one for one in store.holds() if not one.accepted]
    return [Choice(str(one.number), f"№ {one.number} · {tab_of(one.register)}") for one in waiting]


def _do(desk: Desk, wish: Wish) -> Done:
    accept(desk, wish["hold"], wish["reason"])
    return Done(("Принято. Изменение попадёт в отчёты при следующем обновлении: rpo sync.",))


ACCEPT = Deed(
    key="accept",
    title="Принять",
    what="Принять данные, приём которых приостановлен. Причина останется в истории.",
    command="ack",
    asks=(
        Ask("hold", "Что принять", choices=_held),
        Ask("reason", "Причина", "Почему это изменение верно, например: год закончен, выпускники убраны"),
    ),
    do=_do,
    by_person=True,
)
