"""What a new office begins with: its workbooks, and the lists that are alike in every region."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from config.register import Register
from config.registers import REGISTERS
from config.registers.document_kinds import DOCUMENT_KINDS, REQUEST
from config.registers.functions import FUNCTION_TITLES
from config.registers.passport import PASSPORT_ITEMS
from config.registers.stages import DATED_STAGES, STAGE_TITLES
from reports.templates.contents import Numbering, Row
from reports.templates.dropdowns import reference_options
from reports.templates.workbook import render_workbook

_FIRST_MONTH = 9
_STAGE_STARTS = {"Э1": (9, 1), "Э2": (11, 1), "Э3": (12, 1), "Э4": (2, 1), "Э5": (4, 1), "Э6": (5, 1), "Э7": (6, 1)}
_OPTIONAL_FOR_PUPILS = ("Э2",)
_OPTIONAL_FOR_ALL = ("Э7",)
_CHECK_DATES = "Даты примерные: впишите даты своего региона."

_EDUCATION, _YOUTH = "Образование", "Молодёжь и дети"
_FEDERAL_PROJECTS = {
    _YOUTH: (
        "Россия — страна возможностей",
        "Мы вместе",
        "Россия в мире",
        "Всё лучшее детям",
        "Педагоги и наставники",
        "Ведущие школы",
        "Создание сети современных кампусов",
        "Университеты для поколения лидеров",
        "Профессионалитет",
    ),
    _EDUCATION: (
        "Современная школа",
        "Успех каждого ребёнка",
        "Поддержка семей, имеющих детей",
        "Цифровая образовательная среда",
        "Учитель будущего",
        "Молодые профессионалы",
        "Новые возможности для каждого",
        "Социальная активность",
        "Экспорт образования",
        "Социальные лифты для каждого",
    ),
}
_SPANS = {_YOUTH: (date(2025, 1, 1), None), _EDUCATION: (date(2019, 1, 1), date(2024, 12, 31))}

_HEAD, _DEPUTY = "Руководитель РПО", "Заместитель Губернатора"
_TERMS: Mapping[str, tuple[int | None, str]] = {
    "Отчёт месячный": (2, _HEAD),
    "Отчёт квартальный": (5, _HEAD),
    "Отчёт по этапу": (5, _HEAD),
    "Итоговый отчёт": (10, _HEAD),
    "Доклад": (2, _HEAD),
    REQUEST: (5, _HEAD),
    "Распоряжение": (None, _DEPUTY),
    "Соглашение": (None, _DEPUTY),
    "Протокол": (None, "Председатель коллегиального органа"),
}
_USUAL_TERM = (None, _HEAD)


def season_of(day: date) -> str:
    """The season that goes on: `2025/2026` from September 2025 to August 2026."""
    first = day.year if day.month >= _FIRST_MONTH else day.year - 1
    return f"{first}/{first + 1}"


def starting_rows(season: str) -> Mapping[str, Sequence[Row]]:
    """Register key → rows (heading → value) that a new office of the season (`2025/2026`) begins with."""
    return {
        "STAGE": _stages(int(season[:4])),
        "FUNCTION": [{"Код функции": code, "Название": title} for code, title in FUNCTION_TITLES.items()],
        "FEDPROJECT": _federal_projects(),
        "DOCKIND": [_document_kind(kind) for kind in DOCUMENT_KINDS],
        "PASSPORT": [{"Сведение": item} for item in PASSPORT_ITEMS],
    }


def starting_options(season: str) -> Mapping[str, Sequence[str]]:
    """Register key → dropdown of the columns that refer to it, as far as a new office can know."""
    rows = starting_rows(season)
    return {
        one.key: reference_options(one, rows[one.key]) for one in REGISTERS if one.key in rows and one.key != "PASSPORT"
    }


def kept_workbooks(season: str) -> Mapping[str, bytes]:
    """File name → workbook of the registers with which an office begins, grouped as staff keep them."""
    groups: dict[str, list[Register[Any]]] = {}  # Any: each register has a record class of its own
    for register in REGISTERS:
        if register.kept_at_start:
            groups.setdefault(register.workbook, []).append(register)
    rows, options = starting_rows(season), starting_options(season)
    return {f"{name}.xlsx": render_workbook(group, rows=rows, options=options) for name, group in groups.items()}


def spare_workbooks(season: str) -> Mapping[str, bytes]:
    """File name → workbook of one register that a new office does not keep yet."""
    options = starting_options(season)
    spare = [register for register in REGISTERS if not register.kept_at_start]
    return {f"{register.tab}.xlsx": render_workbook([register], options=options) for register in spare}


def part_workbooks(season: str, registers: Sequence[Register[Any]], part: str, first: int) -> Mapping[str, bytes]:
    """File name → workbook for one part of the region, whose codes go from the number `first` (decisions.md 3)."""
    options, numbering = starting_options(season), Numbering(start=first)
    return {
        f"{register.workbook} — {part}.xlsx": render_workbook([register], options=options, numbering=numbering)
        for register in registers
    }


def _stages(year: int) -> list[Row]:
    starts = [date(year if month >= _FIRST_MONTH else year + 1, month, day) for month, day in _STAGE_STARTS.values()]
    ends = [start - timedelta(days=1) for start in (*starts[1:], date(year + 1, _FIRST_MONTH, 1))]
    dates = dict(zip(DATED_STAGES, zip(starts, ends, strict=True), strict=True))
    return [_stage(code, title, *dates.get(code, (None, None))) for code, title in STAGE_TITLES.items()]


def _stage(code: str, title: str, start: date | None, end: date | None) -> Row:
    obliging = code not in _OPTIONAL_FOR_ALL if start else None
    return {
        "Код этапа": code,
        "Название": title,
        "Начало": start,
        "Окончание": end,
        "Обязателен для студентов вузов": obliging,
        "Обязателен для школьников и СПО": obliging and code not in _OPTIONAL_FOR_PUPILS if start else None,
        "Примечание": _CHECK_DATES if start else None,
    }


def _federal_projects() -> list[Row]:
    return [
        {"Название": title, "Национальный проект": national, "Действует с": since, "Действует по": until}
        for national, (since, until) in _SPANS.items()
        for title in _FEDERAL_PROJECTS[national]
    ]


def _document_kind(kind: str) -> Row:
    days, signer = _TERMS.get(kind, _USUAL_TERM)
    return {"Вид документа": kind, "Срок, рабочих дней": days, "Кто подписывает": signer}
