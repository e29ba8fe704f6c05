"""Places for injectors, from text tables."""

from collections.abc import Mapping
from random import Random

from config.columns import Raw
from sync.backends.base import FileRead
from sync.selftest.copying import Copy, cell_at
from sync.selftest.injectors import INJECTORS
from sync.selftest.injectors.injector import Injected
from sync.selftest.place import Place, field_of
from tests.text_tables import BY_KEY, TODAY, grid, scene

EDU = """
Код     | Полное наименование | Тип                 | Муниципалитет | ИНН
ОО-0001 | Средняя школа № 1   | Общеобразовательная | Ельник        | 7707083893
ОО-0002 | Колледж связи       | Колледж (СПО)       | Ельник        | 7736050003
ОО-0003 | Ёлочный лицей       | Общеобразовательная | Осинник       | 7728168971
ОО-0004 | Гимназия            | Общеобразовательная | Берёзник      | 7744001497
"""
TEAM = """
Код     | Название команды | Дата формирования | Стадия | Наставники | Заявленная численность
КМ-0001 | Росток           | #45931            | Идея   | НС-0001    | #5
КМ-0002 | Кедр             | #45940            | Идея   | НС-0002    | #7
"""
MENT = """
Код     | Фамилия | Имя  | Статус    | E-mail
НС-0001 | Горин   | Марк | Утверждён | gorin@mail.ru
НС-0002 | Лесов   | Пётр | Предложен | lesov@mail.ru
НС-0003 | Полев   | Ефим | Предложен | polev@mail.ru
"""
TABLES = {"EDU": EDU, "TEAM": TEAM, "MENT": MENT}


def place(key: str, column: str | None = None, index: int = 0, tables: Mapping[str, str] = TABLES) -> Place:
    """A row (from 0) of a register, and a column of it by heading or field."""
    grids = tuple(grid(text, tab=BY_KEY[one].tab) for one, text in tables.items())
    office = scene(tables).office
    name = field_of(BY_KEY[key].by_heading, column) if column else None
    return Place(Copy((FileRead("Файл.xlsx", "", grids),)), office, office.tables[key], index, name, Random(1), TODAY)


def made(at: Place, do: str, **parameters: object) -> Injected | None:
    """The mistake of an injector at a place."""
    return INJECTORS[do].model_validate(parameters).inject(at)


def cells(at: Place, injected: Injected | None, name: str | None = None) -> list[Raw]:
    """What stands in the column of the place after the mistake, from the heading down."""
    assert injected is not None
    column = at.source.columns[name or at.name]
    tab = injected.copy.grid(at.source.name)
    return [cell_at(tab, row, column) for row in range(1, len(tab.rows) + 1)]


def rows(at: Place, injected: Injected | None) -> list[tuple[Raw, ...]]:
    """All rows of the tab after the mistake."""
    assert injected is not None
    return list(injected.copy.grid(at.source.name).rows)
