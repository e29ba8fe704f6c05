"""One speaker a cell: where personal data stand out of place, nothing else is said of how they are written."""

from collections.abc import Iterable

from validators.remark import NOT_IN_PLACE, Remark

_OF_THE_CELL = frozenset({"C02", "C03", "C04", "C06", "C07", "C08", "C11", "C12", "C13", "C14", "X01"})


def one_speaker(remarks: Iterable[Remark]) -> list[Remark]:
    """The remarks without those on the writing of a cell that holds personal data: it will be emptied anyway."""
    told = list(remarks)
    cells = {_cell(remark) for remark in told if remark.code == NOT_IN_PLACE}
    return (
        [remark for remark in told if remark.code not in _OF_THE_CELL or _cell(remark) not in cells] if cells else told
    )


def _cell(remark: Remark) -> tuple[str | None, str | None, str | None]:
    return remark.place.register, remark.place.source, remark.place.cell
