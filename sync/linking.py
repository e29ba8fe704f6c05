"""Personal links to the page: given to an employee by his code, told once, taken back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from config.codes import fold_code
from config.errors import UsageError
from reports.wording import day
from sync.desk import Desk
from sync.page.tokens import digest_of, new_token
from sync.row_history import known_code, register_called
from sync.state.links import Link
from sync.state.store import Store

_PREFIX = "РП-"


@dataclass(frozen=True)
class Given:
    """A link as it is told, once. The history keeps only its digest."""

    person: str
    role: str
    until: datetime
    address: str


def give_link(desk: Desk, person: str, role: str) -> Given:
    """A new link. Raises UsageError for a code that is no employee's."""
    settings, token = desk.settings.page, new_token()
    until = desk.moment + timedelta(days=settings.link_days)
    with Store.open(desk.state) as store:
        code = _known(store, person)
        store.give_link(Link(code, role, digest_of(token), desk.moment, until))
    return Given(code, role, until, f"{settings.url}/enter/{token}")


def revoke(desk: Desk, person: str) -> int:
    """Ends all links of the person, the opened ones too; gives how many there were."""
    with Store.open(desk.state) as store:
        return store.revoke_links(desk.moment, person=_folded(person))


def link_lines(desk: Desk) -> Iterator[str]:
    """Who can come in: a line a link that holds."""
    links = _holding(desk)
    if not links:
        yield "Личных ссылок нет. Выдать: rpo link РП-0003 --role сотрудник."
    for one in links:
        yield f"{one.person}, {one.role}: {_state(one)}."


def as_json(desk: Desk) -> list[dict[str, object]]:
    """The same for programs."""
    return [
        {
            "person": one.person,
            "role": one.role,
            "made": one.made.isoformat(),
            "opened": one.opened.isoformat() if one.opened else None,
            "until": (one.session_until or one.until).isoformat(),
        }
        for one in _holding(desk)
    ]


def _holding(desk: Desk) -> list[Link]:
    with Store.open(desk.state, read_only=True) as store:
        return [one for one in store.links() if one.holds(desk.moment)]


def _state(link: Link) -> str:
    if link.opened is None or link.session_until is None:
        return f"ещё не открыта, действует до {day(link.until.date())}"
    return f"открыта {day(link.opened.date())}, вход действует до {day(link.session_until.date())}"


def _known(store: Store, person: str) -> str:
    """The code as the history has it; while nothing is known of employees, any code that could be one."""
    if store.row_codes("STAFF"):
        return known_code(store, register_called("STAFF"), person)
    code = _folded(person)
    if not code.startswith(_PREFIX):
        raise UsageError(f"«{person}» — не код сотрудника.", advice="Код сотрудника пишется так: РП-0003.")
    return code


def _folded(person: str) -> str:
    return fold_code(person) or person.strip()
