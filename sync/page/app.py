"""The page as an ASGI application: every address stands behind a door, and every answer bears the same armour."""

import logging
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from config.errors import SettingsError
from config.page import PageSection
from sync.page import entrance, watch
from sync.page.armour import Armour
from sync.page.doors import Doors
from sync.page.forms import FormError, form_of
from sync.page.office import Office
from sync.page.site import Site, Visit
from sync.page.tokens import same
from sync.page.tries import Tries
from sync.page.troubles import trouble_of
from sync.page.views import VIEWS
from sync.page.views.view import View
from sync.page.worker import Worker

_LOG = logging.getLogger("rpo.page")
_STYLE = Path(__file__).with_name("style.css")
_HERE = frozenset({"127.0.0.1", "localhost", "::1"})

Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(office: Office, *, stopping: Event | None = None) -> Starlette:
    """The page of the office. Raises SettingsError when it would stand open to others without https in front."""
    settings = office.desk().settings.page
    check(settings)
    doors = Doors(office.desk, Tries(time.monotonic), secure=settings.behind_proxy)
    site = Site(office, doors, Worker(office.desk, stopping or Event()))
    routes = [
        Route("/style.css", _style),
        Route("/favicon.ico", _no_icon),
        *watch.routes(office),
        *entrance.routes(site),
        *(Route(one.path, _guarded(site, one), methods=[one.method]) for one in VIEWS),
        Route("/{path:path}", _guarded(site, None)),
    ]
    armour = Middleware(Armour, hosts=_hosts(settings), behind_proxy=settings.behind_proxy)
    app = Starlette(routes=routes, middleware=[armour])
    app.state.site = site
    return app


def check(settings: PageSection) -> None:
    """Raises SettingsError when the page may not start as the settings say."""
    if not settings.is_here and not settings.behind_proxy:
        raise SettingsError(
            f"Страница не запущена: адрес «{settings.host}» виден с других компьютеров, а https перед ней нет.",
            advice="Поставьте перед страницей сервер с https и укажите [page] behind_proxy = true и address, "
            'или оставьте host = "127.0.0.1". Без https личную ссылку и пароль сеанса видно всем в сети.',
        )
    if settings.behind_proxy and settings.address is None:
        raise SettingsError(
            "Страница не запущена: не указано, как её открывают люди.",
            advice='Укажите [page] address = "https://…": с него начинаются личные ссылки.',
        )


def _hosts(settings: PageSection) -> frozenset[str]:
    public = urlsplit(settings.address or "").hostname
    return _HERE | {settings.host.lower()} | ({public} if public else set())


def _guarded(site: Site, view: View | None) -> Endpoint:
    """The view behind its door: a session, a role that has it, and for what changes something our own form."""

    async def endpoint(request: Request) -> Response:
        try:
            form = await form_of(request) if request.method == "POST" else {}
            return await run_in_threadpool(_answer, site, view, request, form)
        except FormError as error:
            return site.write("trouble.html", error.status, title=error.sentence, advice=error.advice)

    return endpoint


def _answer(site: Site, view: View | None, request: Request, form: dict[str, str]) -> Response:
    try:
        person = site.doors.person(request)
        if person is None:
            return entrance.closed(site, request)
        visit = Visit(site, request, person, form)
        if view is None:
            return visit.show("trouble.html", "", "Такой страницы нет.", advice="Выберите раздел вверху.", status=404)
        if not visit.may(view.key):
            words = f"Роль «{person.role}» этого не видит. Если это нужно для работы, скажите администратору."
            return visit.show("trouble.html", "", "Сюда вам нельзя.", advice=words, status=403)
        if view.method == "POST" and not same(form.get("mark", ""), person.mark):
            words = "Вернитесь, обновите страницу и отправьте ещё раз."
            return visit.show("trouble.html", "", "Форма устарела.", advice=words, status=403)
        _LOG.info("%s %s by %s", view.method, view.path, person.code)
        return view.show(visit)
    except Exception as error:  # noqa: BLE001  the rim of the page: a person reads a sentence, nothing else is told
        trouble = trouble_of(error)
        return site.write("trouble.html", 503, title=trouble.sentence, advice=trouble.advice)


async def _style(_request: Request) -> Response:
    return FileResponse(_STYLE, media_type="text/css", headers={"Cache-Control": "max-age=3600"})


async def _no_icon(_request: Request) -> Response:
    return Response(status_code=204)
