"""Offices with a page, and people who come to it, for tests."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from httpx2 import Response
from starlette.testclient import TestClient

from config.page import PageSection
from sync.desk import Desk
from sync.linking import give_link
from sync.page.app import make_app
from sync.page.office import Office, renewed
from tests.sync.offices import desk_of

PLAIN = PageSection()
HERE = "http://127.0.0.1:8080"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Visitor(TestClient):
    """A browser without a window. `mark` is the mark that its forms must bear."""

    mark = ""

    def send_form(self, path: str, **fields: str) -> Response:
        """Sends a form of the page, as a person would."""
        return self.post(path, data={"mark": self.mark, **fields})


def page_of(
    folder: Path, later: timedelta = timedelta(0), today: str | None = None, section: PageSection = PLAIN
) -> Visitor:
    """The page of the office in the folder, opened by nobody yet; its clock may be ahead."""
    first = desk_of(folder, today)

    def desk() -> Desk:
        fresh = renewed(first)
        settings = fresh.settings.model_copy(update={"page": section})
        return replace(fresh, settings=settings, moment=fresh.moment + later)

    return Visitor(make_app(Office(desk)), base_url=section.address or HERE, follow_redirects=False)


def link_for(folder: Path, role: str, person: str = "РП-0001") -> str:
    """The path of a new personal link."""
    return urlsplit(give_link(desk_of(folder), person, role).address).path


def enter(visitor: Visitor, folder: Path, role: str, person: str = "РП-0001") -> Visitor:
    """The visitor, signed in."""
    assert visitor.send_form(link_for(folder, role, person)).status_code == 303
    visitor.mark = mark_in(visitor.get("/"))
    return visitor


def mark_in(answer: Response) -> str:
    """The mark of the forms on a page; "" when it has none."""
    found = re.search(r'name="mark" value="([^"]+)"', answer.text)
    return found[1] if found else ""


def words_of(answer: Response) -> str:
    """What a person reads in the main part of a page."""
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main.partition(">")[2])).split())


def walk(visitor: Visitor, but: tuple[str, ...] = ("/docs/",)) -> Iterator[tuple[str, Response]]:
    """Every page and file that the menu and its pages lead to, each once; not those whose addresses begin so."""
    waiting, known = ["/"], {"/"}
    while waiting:
        path = waiting.pop()
        answer = visitor.get(path)
        yield unquote(path), answer
        if not answer.headers.get("content-type", "").startswith("text/html"):
            continue
        for found in re.findall(r'(?:href|src)="([^"]+)"', answer.text):
            target = unescape(found).partition("#")[0]
            if target.startswith("/") and not target.startswith(but) and target not in known:
                known.add(target)
                waiting.append(target)
