"""The page in a real browser: on a phone, by keyboard, without JavaScript, for a screen reader, under attack."""

import shutil
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from sync.desk import Desk
from sync.linking import give_link
from sync.page.server import run_page
from sync.run import update
from tests.sync.offices import build, desk_of, team, write_book

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="нет браузера: apt-get install chromium")
PHONE = ViewportSize(width=390, height=844)
PAGES = (
    "/", "/remarks", "/reports", "/reports/Отчёт. Сводка руководителя", "/reports/Отчёт. Команды и проекты",
    "/files", "/deeds", "/deeds/document", "/deeds/accept", "/runs", "/docs/marksheet",
)  # fmt: skip


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The page of a small office, whose region is called by a hostile text and one register waits, in a thread of its own."""
    folder = tmp_path_factory.mktemp("browser") / "office"
    build(folder)
    settings = folder / "office.toml"
    text = settings.read_text(encoding="utf-8").replace("Приозёрская", "<script>alert(3)</script>Приозёрская")
    settings.write_text(f"{text}\n[page]\nport = {free_port()}\n", encoding="utf-8")
    update(desk_of(folder))
    write_book(folder, ["TEAM"], {"TEAM": [team(1)]})
    update(desk_of(folder))
    office, stop = desk_of(folder), threading.Event()
    serving = threading.Thread(target=run_page, args=(office, stop))
    serving.start()
    yield office
    stop.set()
    serving.join()


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium of the system, without a window."""
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


def signed_in(browser: Browser, desk: Desk, *, script: bool = True) -> BrowserContext:
    """The phone of the administrator, who has come in by his link."""
    context = browser.new_context(
        viewport=PHONE,
        base_url=desk.settings.page.url,
        java_script_enabled=script,
        locale="ru-RU",
    )
    page = context.new_page()
    page.goto(give_link(replace(desk, moment=desk.now), "РП-0001", "администратор").address)
    page.get_by_role("button", name="Войти").click()
    page.wait_for_url("**/")
    return context


@pytest.fixture(scope="module")
def phone(browser: Browser, desk: Desk) -> Iterator[Page]:
    """The page on a phone."""
    context = signed_in(browser, desk)
    page = context.pages[0]
    yield page
    context.close()


def faults(page: Page) -> list[str]:
    """What axe finds serious or critical."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found if one["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone_and_has_no_serious_fault(phone: Page, path: str) -> None:
    said: list[str] = []
    phone.on("console", lambda message: said.append(message.text))
    phone.on("dialog", lambda dialog: said.append(dialog.message))
    phone.on("request", lambda request: said.append(request.url) if "127.0.0.1" not in request.url else None)
    answer = phone.goto(path)
    assert answer is not None
    assert answer.status == 200
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.evaluate("document.querySelectorAll('script').length") == 0
    assert phone.locator("h1").count() == 1
    assert faults(phone) == []
    assert said == []


@pytest.mark.parametrize("path", ["/", "/reports/Отчёт. Команды и проекты"])
def test_in_the_dark_it_is_readable_too(phone: Page, path: str) -> None:
    phone.emulate_media(color_scheme="dark")
    phone.goto(path)
    assert faults(phone) == []
    phone.emulate_media(color_scheme="light")


def test_the_doors_have_no_serious_fault_either(browser: Browser, desk: Desk) -> None:
    page = browser.new_page(base_url=desk.settings.page.url)
    for path in ("/", "/enter/nobody"):
        page.goto(path)
        assert faults(page) == []
    page.get_by_role("button", name="Войти").click()
    assert "не открывает страницу" in page.locator("h1").inner_text()
    page.close()


def test_by_keyboard_one_gets_to_the_content_and_sees_where_one_is(phone: Page) -> None:
    phone.goto("/deeds")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.textContent") == "К содержанию"
    assert phone.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.activeElement.id") == "main"
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.textContent") == "Обновить"
    assert phone.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_wide_table_moves_in_its_own_box_by_keyboard(phone: Page) -> None:
    phone.goto("/")
    box = phone.locator(".box").first
    assert box.evaluate("one => one.scrollWidth > one.clientWidth")
    box.focus()
    for _ in range(20):
        phone.keyboard.press("ArrowRight")
        if box.evaluate("one => one.scrollLeft") > 0:
            return
        phone.wait_for_timeout(50)
    pytest.fail("the box does not move")


def test_everything_works_without_javascript(browser: Browser, desk: Desk) -> None:
    context = signed_in(browser, desk, script=False)
    page = context.pages[0]
    page.get_by_role("link", name="Действия").click()
    page.get_by_role("link", name="Откуда цифра").click()
    page.get_by_label("Показатель").select_option("K02")
    page.get_by_role("button", name="Откуда цифра").click()
    assert "K02 · Зачислено" in page.locator(".done").inner_text()
    page.get_by_role("link", name="Все действия").click()
    page.get_by_role("link", name="Обновить").click()
    page.get_by_role("button", name="Обновить").click()
    assert "Обновление №" in page.locator(".done").inner_text()
    page.get_by_role("link", name="Отчёты").click()
    page.get_by_role("link", name="Отчёт. Сводка руководителя").click()
    assert page.locator("h1").inner_text() == "Сводка руководителя"
    page.get_by_role("button", name="Выйти").click()
    page.goto("/")
    assert page.locator("h1").inner_text() == "Нужна личная ссылка"
    context.close()


def test_what_waits_is_accepted_on_the_first_page(phone: Page) -> None:
    phone.goto("/")
    card = phone.get_by_role("article", name="Приём данных приостановлен: «Команды и проекты»")
    card.get_by_label("Причина").fill("сезон закончен")
    card.get_by_role("button", name="Принять").click()
    assert "Принято." in phone.locator(".done").inner_text()


def test_reports_stand_with_their_charts(phone: Page) -> None:
    phone.set_viewport_size({"width": 1280, "height": 900})
    phone.goto("/reports/Отчёт. Команды и проекты")
    box = phone.locator("svg[role=img]").first.bounding_box()
    assert box is not None
    assert box["width"] > 500
    phone.set_viewport_size(PHONE)


def test_a_script_put_into_a_page_by_force_does_not_run(phone: Page) -> None:
    phone.goto("/")
    said: list[str] = []
    phone.on("console", lambda message: said.append(message.text))
    put = "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
    phone.evaluate(put)
    assert phone.evaluate("window.ran") is None
    assert any("Content Security Policy" in one for one in said)
