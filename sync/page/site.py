"""Everything that a view works with: the office, its doors, the worker, and the pen that writes pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reports.formats.html import anchor_of, inside
from reports.formats.jumps import Place
from reports.formats.page import Page
from reports.report import Block, Report
from sync.deeds import DEEDS
from sync.deeds.deed import Deed
from sync.page.doors import Doors, Person
from sync.page.office import Office
from sync.page.roles import may
from sync.page.worker import Worker

SECTIONS = (
    ("state", "/", "Состояние"),
    ("remarks", "/remarks", "Замечания"),
    ("reports", "/reports", "Отчёты"),
    ("files", "/files", "Периоды и файлы"),
    ("deeds", "/deeds", "Действия"),
    ("runs", "/runs", "Обновления"),
    ("docs", "/docs", "Справка"),
)
"""Part, address and title, in the order of the menu."""


@dataclass(frozen=True)
class Site:
    """One page of one office."""

    office: Office
    doors: Doors
    worker: Worker

    @cached_property
    def pen(self) -> Environment:
        """Our own templates only; whatever is put into them is escaped."""
        return Environment(
            loader=PackageLoader("sync.page"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def write(self, template: str, status: int = 200, **told: object) -> HTMLResponse:
        """A page without a person: the door, an error."""
        region = self.office.desk().settings.office.region
        shape: dict[str, object] = {"region": region, "person": None, "sections": (), "here": "", **told}
        return HTMLResponse(self.pen.get_template(template).render(shape), status)


@dataclass(frozen=True)
class Visit:
    """One request of one person; `form` is what he sent."""

    site: Site
    request: Request
    person: Person
    form: Mapping[str, str]

    @property
    def office(self) -> Office:
        """The office that he looks at."""
        return self.site.office

    def may(self, key: str) -> bool:
        """His role has this part or deed."""
        return may(self.person.role, key)

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """What he may ask for."""
        return tuple(one for one in DEEDS if self.may(one.key))

    def show(self, template: str, here: str, title: str, **told: object) -> HTMLResponse:
        """A page of the part `here`, with the menu of what he may see."""
        menu = tuple(one for one in SECTIONS if self.may(one[0]))
        status = int(str(told.pop("status", 200)))
        return self.site.write(
            template, status, person=self.person, sections=menu, here=here, title=title, mark=self.person.mark, **told
        )


def section_of(title: str, *blocks: Block) -> Markup:
    """Blocks of a report as a part of our page."""
    page = Page(Report("", title, blocks, stamped=False))
    return Markup(inside([page], 0, lambda place: f"#{anchor_of(place)}"))  # noqa: S704  every text in it is escaped


def report_of(pages: tuple[Page, ...], number: int) -> Markup:
    """A whole report as a part of our page; its jumps lead to the pages of other reports."""

    def way(place: Place) -> str:
        return f"{address_of(pages[place.page])}#{anchor_of(place)}"

    return Markup(inside(pages, number, way))  # noqa: S704  every text in it is escaped


def address_of(page: Page) -> str:
    """Where a report stands on our page."""
    return f"/reports/{quote(page.report.tab, safe='')}"
