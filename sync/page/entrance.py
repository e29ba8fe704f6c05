"""The door of the page: a personal link shows a button, the button exchanges the link for a cookie."""

import logging
from collections.abc import Callable, Sequence

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sync.page.forms import FormError, form_of, peer_of
from sync.page.site import Site
from sync.page.tokens import same
from sync.page.troubles import trouble_of

_LOG = logging.getLogger("rpo.page")
ENTER = "/enter/"


def routes(site: Site) -> Sequence[Route]:
    """The link itself, and the way out."""

    async def knock(request: Request) -> Response:
        """A link that is merely looked at (by a mail program, by a preview) is not used up: there is a button."""
        token = request.path_params["token"]
        return await run_in_threadpool(
            site.write, "enter.html", title="Вход на страницу офиса", action=f"{ENTER}{token}"
        )

    async def enter(request: Request) -> Response:
        return await _rim(site, request, _enter)

    async def leave(request: Request) -> Response:
        return await _rim(site, request, _leave)

    token = ENTER + "{token:str}"
    return (Route(token, knock), Route(token, enter, methods=["POST"]), Route("/leave", leave, methods=["POST"]))


def closed(site: Site, request: Request) -> Response:
    """What is shown to whoever has no session. A cookie that opens nothing is taken away."""
    response = site.write("closed.html", 401, title="Нужна личная ссылка", here_is=request.url.path)
    if site.doors.cookie in request.cookies:
        site.doors.let_out(response)
    return response


async def _rim(site: Site, request: Request, do: Callable[[Site, Request, dict[str, str]], Response]) -> Response:
    try:
        form = await form_of(request)
        return await run_in_threadpool(do, site, request, form)
    except FormError as error:
        return site.write("trouble.html", error.status, title=error.sentence, advice=error.advice)
    except Exception as error:  # noqa: BLE001  the rim of the door
        trouble = trouble_of(error)
        return site.write("trouble.html", 503, title=trouble.sentence, advice=trouble.advice)


def _enter(site: Site, request: Request, _form: dict[str, str]) -> Response:
    peer = peer_of(request, site.doors.secure)
    if not site.doors.tries.allows(peer):
        _LOG.warning("too many wrong links from %s", peer)
        words = "Подождите десять минут и откройте ссылку снова."
        return site.write("trouble.html", 429, title="Слишком много неверных ссылок.", advice=words)
    session = site.doors.enter(request.path_params["token"], peer)
    if session is None:
        _LOG.warning("a wrong link from %s", peer)
        words = "Она уже открыта раньше, устарела или отозвана. Попросите администратора выдать новую."
        return site.write("trouble.html", 403, title="Эта ссылка не открывает страницу.", advice=words)
    response = RedirectResponse("/", 303)
    site.doors.let_in(response, session)
    return response


def _leave(site: Site, request: Request, form: dict[str, str]) -> Response:
    person = site.doors.person(request)
    if person is not None and same(form.get("mark", ""), person.mark):
        site.doors.leave(request)
    response = site.write("left.html", title="Вы вышли")
    site.doors.let_out(response)
    return response
