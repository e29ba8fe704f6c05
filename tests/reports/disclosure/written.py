"""Tables as a person writes them: `5/Всего! 60 = 5/Самара 40 + 5/Кинель 20`; `!` marks a grand total."""

from reports.disclosure.system import Cell, Sum, System


def system(*lines: str, k: int = 5) -> System:
    """A sum a line; a cell that stands in several lines has one value."""
    cells: dict[str, Cell] = {}
    sums = []
    for line in lines:
        whole, *parts = [_cell(text) for text in line.replace("=", "+").split("+")]
        cells |= {cell.key: cell for cell in (whole, *parts)}
        sums.append(Sum(whole.key, tuple(part.key for part in parts)))
    return System(tuple(cells.values()), k, tuple(sums))


def _cell(text: str) -> Cell:
    key, value = text.rsplit(maxsplit=1)
    return Cell(key.strip().removesuffix("!"), int(value), total=key.endswith("!"))
