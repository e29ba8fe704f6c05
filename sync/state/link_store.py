"""The history as the page's door sees it: personal links, and the sessions that they open."""

from datetime import datetime

from sync.state.links import Link, add_link, all_links, open_link, revoke_links, session_of
from sync.state.store import Store


class LinkStore(Store):
    """The open history with its personal links. Raises StateError as `Store` does."""

    beside = True

    def give_link(self, link: Link) -> int:
        """Notes a personal link to the page; gives its number."""
        with self._database.changing("give a link") as connection:
            return add_link(connection, link)

    def links(self) -> tuple[Link, ...]:
        """All personal links in the order in which they were made."""
        with self._database.asking() as connection:
            return all_links(connection)

    def open_link(self, token: str, session: str, moment: datetime, until: datetime) -> Link | None:
        """Exchanges a link for a session, once; None for one that is unknown, opened, revoked or too old."""
        with self._database.changing("open a link") as connection:
            return open_link(connection, token, (session, until), moment)

    def session(self, session: str, moment: datetime) -> Link | None:
        """The link whose session this is; None when there is none that holds at the moment."""
        with self._database.asking() as connection:
            return session_of(connection, session, moment)

    def revoke_links(self, moment: datetime, *, person: str = "", session: str = "") -> int:
        """Ends all links of a person, or the one of a session; gives how many."""
        with self._database.changing("revoke links") as connection:
            return revoke_links(connection, moment, person, session)
