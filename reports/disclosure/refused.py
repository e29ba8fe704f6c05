"""When no package can leave: the tables contradict themselves, or totals tell what must be hidden."""

from collections.abc import Iterable

from config.errors import OfficeError
from reports.disclosure.system import Leak, System
from reports.wording import counted


class DisclosureError(OfficeError):
    """Пакет не выпущен: скрытые числа можно вычислить по итогам."""

    tables: tuple[str, ...] = ()
    """The tables whose totals tell too much: what stands before the first stroke in a key."""


class ContradictionError(OfficeError):
    """Пакет не выпущен: числа в его таблицах не сходятся."""


def sums_agree(system: System) -> None:
    """Refuses tables whose sums or equal cells don't agree; cells that are not in the package are not asked."""
    values = {cell.key: cell.value for cell in system.cells}
    wholes = [(one.whole, one.parts) for one in system.sums] + [(one.one, (one.other,)) for one in system.same]
    for whole, parts in wholes:
        known = whole in values and all(part in values for part in parts)
        if known and values[whole] != sum(values[part] for part in parts):
            raise ContradictionError(
                f"Пакет не выпущен: «{whole}» — {values[whole]}, а вместе «{'», «'.join(parts)}» — "
                f"{sum(values[part] for part in parts)}.",
                advice="Это ошибка программы, а не данных: сообщите о ней разработчикам, приложив эту фразу.",
            )


def refuse(found: Iterable[Leak]) -> DisclosureError:
    """The refusal that names the tables whose totals tell too much."""
    keys = sorted({leak.key for leak in found})
    tables = tuple(dict.fromkeys(key.split("/")[0] for key in keys))
    error = DisclosureError(
        f"Пакет не выпущен: по итогам можно вычислить то, что должно быть скрыто: «{'», «'.join(keys[:5])}».",
        advice=f"Объедините малые строки или уберите итог: {counted(len(tables), 'таблица', 'таблицы', 'таблиц')} "
        f"({', '.join(tables)}).",
    )
    error.tables = tables
    return error
