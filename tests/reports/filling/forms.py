"""Made-up forms: workbooks of text tables, with their merged cells."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import openpyxl

from tests.text_tables import grid
from validators.grid import Area, Grid

MERGED = """
Сведения о ходе реализации Программы в субъекте Российской Федерации
№ | Показатель | Ед. изм. | 2025/2026 учебный год | | | Примечание
  | | | План | Факт | % выполнения |
1 | Подано заявок | чел. | | | |
2 | Количество участников, зачисленных в Программу | чел. | | | |
  | в том числе: | | | | |
  | школьники | чел. | | | |
  | студенты СПО | чел. | | | |
  | студенты | чел. | | | |
3 | Проектные команды | ед. | | | |
4 | Количество волонтёров | чел. | | | |
5 | Кассовое исполнение | тыс. руб. | | | |
6 | Сохранность контингента | % | | | |
"""
MERGES = (Area(1, 1, 1, 7), Area(2, 1, 3, 1), Area(2, 2, 3, 2), Area(2, 3, 3, 3), Area(2, 4, 2, 6), Area(2, 7, 3, 7))

PERIODS = """
Показатель | на 01.04.2026 | | на 1 мая 2026 г. | | за май 2026 | Отклонение
           | план | факт | план | факт | |
Зачислено | | | | | |
Команд действует | | | | | |
Количество площадок | | | | | |
"""
OVER_TWO = (Area(1, 1, 2, 1), Area(1, 2, 1, 3), Area(1, 4, 1, 5))

GROUPS = """
Показатель | Всего | Школьники | Студенты СПО | Студенты вузов | Студенты
Количество поданных заявок | | | | |
Количество школьников, принявших участие | | | | |
Наставников утверждено | | | | |
Доля обучающихся, прошедших установочное обучение, % | | | | |
"""


PLACES = """
Сводные сведения
№ | Муниципальное образование | Подано заявок | Зачислено | Команды | Сохранность контингента, %
1 | г. Бийск | | | #3 |
2 | Барнаул | | | |
  | Итого | | | |
"""


def form(text: str, merges: Sequence[Area] = ()) -> Grid:
    """A form as it is read from its file."""
    return replace(grid(text, file="Форма.xlsx", tab="Форма"), merges=tuple(merges))


def book(rows: Sequence[Sequence[object]], looks: Mapping[str, str] | None = None, tab: str = "Форма") -> bytes:
    """A workbook of one sheet; `looks` are number formats by cells."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = tab
    for row in rows:
        sheet.append(list(row))
    for cell, look in (looks or {}).items():
        sheet[cell].number_format = look
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def values(data: bytes, tab: str = "Форма") -> Mapping[str, object]:
    """What stands in the cells of a sheet that hold anything."""
    sheet = openpyxl.load_workbook(io.BytesIO(data))[tab]
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
