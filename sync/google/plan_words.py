"""The plan of filling spreadsheets in words for a person, and as JSON for programs."""

from collections.abc import Iterator, Sequence

from config.settings import Settings
from reports import beside
from reports.wording import agreed
from sync.google.filling import Filling, NewTab, Refusal
from sync.google.names import REPORTS_TITLE

_ADDRESS = "https://docs.google.com/spreadsheets/d/{}/edit"


def plan_words(plans: Sequence[Filling], reports: Refusal | None, settings: Settings) -> str:
    """What will appear where; what stays; what can't be touched and why."""
    lines = ["План. Пока ничего не записано."]
    for plan in plans:
        lines += ["", f"«{plan.name}» — {_ADDRESS.format(plan.id)}", *_of_spreadsheet(plan, settings)]
    if settings.google.reports_spreadsheet is not None:
        said = f"{reports.text} {reports.advice}" if reports else "доступ есть, листы появятся при первом обновлении."
        lines += ["", f"«{REPORTS_TITLE}»", f"  {said}"]
    return "\n".join(lines)


def _of_spreadsheet(plan: Filling, settings: Settings) -> Iterator[str]:
    if plan.refusal is not None:
        yield f"  Не будет заполнена. {plan.refusal.text}"
        yield f"  {plan.refusal.advice}"
        return
    for title in plan.standing:
        yield f"  Лист «{title}» уже есть, остаётся как есть."
    for tab in plan.tabs:
        yield f"  Лист «{tab.title}»{_origin(tab)}: {_size(tab)}."
    if plan.own_tab is not None:
        yield f"  Лист «{beside.TAB}»: его будет заполнять сервис, для остальных он закрыт от правки."
    if plan.locale != "ru_RU" or plan.time_zone != settings.office.time_zone:
        yield (
            f"  Настройки таблицы: {plan.locale}, {plan.time_zone}. Лучше: «Файл» → «Настройки» → Россия, "
            f"{settings.office.time_zone}."
        )


def _origin(tab: NewTab) -> str:
    if tab.instead_of is None:
        return " добавится"
    return " заполнится" if tab.instead_of == tab.title else f" вместо пустого листа «{tab.instead_of}»"


def _size(tab: NewTab) -> str:
    made = tab.template
    columns = made.width - made.aside
    words = f"{columns} {agreed(columns, 'столбец', 'столбца', 'столбцов')} на виду, {made.aside} свёрнуто"
    codes = _codes(tab)
    ready = f", готовые коды {codes}" if codes else f", заполнено строк: {len(made.rows)}" if made.rows else ""
    return words + ready


def _codes(tab: NewTab) -> str:
    made = tab.template
    if made.register.prefix is None or not made.rows:
        return ""
    heading = made.register.id_column.heading
    return f"{made.rows[0][heading]}…{made.rows[-1][heading]}"


def json_of(plans: Sequence[Filling], reports: Refusal | None) -> dict[str, object]:
    """The same for programs: what became of each spreadsheet."""
    return {
        "spreadsheets": [
            {
                "name": one.name,
                "id": one.id,
                "filled": list(one.standing),
                "missing": [tab.title for tab in one.tabs],
                "refused": one.refusal.text if one.refusal else None,
            }
            for one in plans
        ],
        "reports": reports.text if reports else None,
    }
