"""«Откуда цифра»: the rows behind an indicator, those left out, and why it changed."""

from collections.abc import Sequence

from reports.figures.catalogue import BY_ID
from sync.deeds.deed import Ask, Choice, Deed, Done, Wish
from sync.desk import Desk
from sync.explained import EXPLAINED, asked_by, explained, explained_lines


def _all(_desk: Desk) -> Sequence[Choice]:
    return [Choice(one, f"{one} · {BY_ID[one].title}") for one in EXPLAINED]


def _do(desk: Desk, wish: Wish) -> Done:
    asked = asked_by(wish["figure"], since=wish["since"] or None)
    return Done(tuple(explained_lines(explained(desk, asked, quiet=True), None)))


EXPLAIN = Deed(
    key="explain",
    title="Откуда цифра",
    what="Из каких строк сложился показатель, кто не учтён и почему, что изменилось.",
    command="explain",
    asks=(
        Ask("figure", "Показатель", choices=_all),
        Ask("since", "Сравнить с днём", "Например 2026-03-31; пусто — с прошлым отчётом", required=False),
    ),
    do=_do,
)
