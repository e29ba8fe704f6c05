"""Who comes in: a personal link is exchanged once for a cookie, and the cookie tells the person and his role."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from starlette.requests import HTTPConnection
from starlette.responses import Response

from sync.desk import Desk
from sync.page.roles import Role
from sync.page.tokens import digest_of, form_mark, new_token
from sync.page.tries import Tries
from sync.state.store import Store


class Person(NamedTuple):
    """Who looks: the code of the employee, his role, and the mark that his forms must bear."""

    code: str
    role: Role
    mark: str


@dataclass(frozen=True)
class Doors:
    """`desk` gives the office as it stands now; `secure` — the page is opened by https."""

    desk: Callable[[], Desk]
    tries: Tries
    secure: bool

    @property
    def cookie(self) -> str:
        """The name of the cookie; the prefix makes the browser itself refuse one set for other hosts or over http."""
        return "__Host-rpo" if self.secure else "rpo"

    def person(self, request: HTTPConnection) -> Person | None:
        """Whose session it is; None without one, or when it has ended. Raises StateError."""
        session = request.cookies.get(self.cookie, "")
        if not session:
            return None
        desk = self.desk()
        with Store.open(desk.state, read_only=True) as store:
            link = store.session(digest_of(session), desk.moment)
        return None if link is None else Person(link.person, Role(link.role), form_mark(session))

    def enter(self, token: str, peer: str) -> str | None:
        """A session for a link; None for a link that does not open. Raises StateError."""
        desk, session = self.desk(), new_token()
        until = desk.moment + timedelta(days=desk.settings.page.session_days)
        with Store.open(desk.state) as store:
            link = store.open_link(digest_of(token), digest_of(session), desk.moment, until)
        if link is None:
            self.tries.wrong(peer)
            return None
        return session

    def leave(self, request: HTTPConnection) -> None:
        """Ends the session."""
        session = request.cookies.get(self.cookie, "")
        desk = self.desk()
        with Store.open(desk.state) as store:
            store.revoke_links(desk.moment, session=digest_of(session))

    def let_in(self, response: Response, session: str) -> None:
        """The cookie of the session: no script reads it, no other site sends it."""
        seconds = self.desk().settings.page.session_days * 86400
        response.set_cookie(
            self.cookie, session, max_age=seconds, path="/", secure=self.secure, httponly=True, samesite="strict"
        )

    def let_out(self, response: Response) -> None:
        """Takes the cookie away."""
        response.delete_cookie(self.cookie, path="/", secure=self.secure, httponly=True, samesite="strict")
