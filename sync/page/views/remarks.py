"""«Замечания»: how many each employee has, and the causes; then those of one, by cause and row."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import quote

from starlette.responses import Response

from reports import wording
from reports.causes import Cause, above_info, causes, in_order
from reports.facts import Facts
from reports.naming import post_of, row_of, tab_of
from reports.remark_lines import consequence
from reports.report import Field, Form, Listing, Value
from sync.page.site import Visit, section_of
from sync.page.troubles import without_commands
from sync.page.views.view import View, not_there
from validators.remark import Remark, Severity

_NOBODY = "-"
_MOST_ROWS = 500
_CAUSES = (
    Field("Последствие", 14),
    Field("Реестр", 19),
    Field("Столбец", 19),
    Field("Строк", 7, Form.WHOLE),
    Field("Что не так", 38),
    Field("Как исправить", 36),
    Field("С какого дня", 14, Form.DATE),
    Field("Чьё", 20),
)
_ROWS = (
    Field("Строка", 13),
    Field("Последствие", 14),
    Field("Реестр", 19),
    Field("Ячейка", 9),
    Field("Столбец", 19),
    Field("Что не так", 38),
    Field("Как исправить", 36),
    Field("С какого дня", 14, Form.DATE),
)


def show(visit: Visit) -> Response:
    """Everybody's, by owner and by cause."""
    facts = visit.office.look().facts
    remarks = [] if facts is None else above_info(facts.remarks)
    owners = [] if facts is None else _owners(facts, remarks)
    table = "" if facts is None else section_of("Все замечания", _causes(facts, causes(remarks), "По причинам"))
    return visit.show("remarks.html", "remarks", "Замечания", owners=owners, table=table, summary=_summary(remarks))


def show_of(visit: Visit) -> Response:
    """Those of one employee; `-` in the address means nobody's."""
    facts, asked = visit.office.look().facts, visit.request.path_params["owner"]
    owner = None if asked == _NOBODY else asked
    if facts is None:
        return not_there(visit, "remarks")
    mine = [one for one in above_info(facts.remarks) if one.owner == owner]
    if not mine and owner != visit.person.code:
        return not_there(visit, "remarks")
    rows = tuple(_row(facts, one) for one in in_order(mine)[:_MOST_ROWS])
    return visit.show(
        "remarks.html",
        "remarks",
        f"Замечания: {post_of(facts.scene.office, owner) or 'без ответственного'}",
        owners=[],
        summary=_summary(mine),
        table=section_of(
            "Замечания одного сотрудника",
            _causes(facts, causes(mine), "По причинам"),
            Listing("По строкам", _ROWS, rows),
        ),
    )


REMARKS = View("/remarks", "remarks", show)
REMARKS_OF = View("/remarks/{owner:str}", "remarks", show_of)


def _owners(facts: Facts, remarks: Sequence[Remark]) -> list[dict[str, object]]:
    counts = Counter(one.owner for one in remarks)
    worst = Counter(one.owner for one in remarks if one.severity in {Severity.CRITICAL, Severity.ERROR})
    return [
        {
            "address": f"/remarks/{quote(owner or _NOBODY, safe='')}",
            "post": post_of(facts.scene.office, owner) or "Без ответственного",
            "count": wording.counted(count, "замечание", "замечания", "замечаний"),
            "worst": wording.whole(worst[owner]),
        }
        for owner, count in counts.most_common()
    ]


def _causes(facts: Facts, found: Sequence[Cause], title: str) -> Listing:
    return Listing(title, _CAUSES, tuple(_cause(facts, one) for one in found), "Замечаний нет")


def _cause(facts: Facts, cause: Cause) -> tuple[Value, ...]:
    first, office = cause.first, facts.scene.office
    posts = sorted({post_of(office, one.owner) or "не назначен" for one in cause.remarks})
    return (
        consequence(first),
        tab_of(first.place.register),
        first.place.column,
        cause.rows or None,
        without_commands(cause.what),
        without_commands(cause.advice),
        cause.since,
        posts[0] if len(posts) == 1 else "несколько сотрудников",
    )


def _row(facts: Facts, remark: Remark) -> tuple[Value, ...]:
    place = remark.place
    return (
        row_of(facts.scene.office, place) or "лист",
        consequence(remark),
        tab_of(place.register),
        place.cell,
        place.column,
        without_commands(remark.text),
        without_commands(remark.advice),
        remark.since,
    )


def _summary(remarks: Sequence[Remark]) -> str:
    if not remarks:
        return "Замечаний нет."
    total = wording.counted(len(remarks), "замечание", "замечания", "замечаний")
    return f"Всего {total}. Начните с верхних причин: сначала то, из-за чего строки не учтены."
