"""A view: an address, the part of the page whose rights it needs, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from sync.page.site import Visit


@dataclass(frozen=True)
class View:
    """`key` is looked up in the table of roles; `show` may raise OfficeError."""

    path: str
    key: str
    show: Callable[[Visit], Response]
    method: str = "GET"


def not_there(visit: Visit, here: str) -> Response:
    """A name that leads nowhere: unknown, or not for this person, which are told alike."""
    return visit.show("trouble.html", here, "Такой страницы нет.", advice="Выберите раздел вверху.", status=404)
