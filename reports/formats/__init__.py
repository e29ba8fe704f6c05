"""The formats in which reports are rendered, one line a format."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from reports.formats import xlsx
from reports.sheet import Sheet

FORMATS: Mapping[str, Callable[[Sequence[Sheet]], bytes]] = MappingProxyType({"xlsx": xlsx.render})
"""Extension → renderer of a workbook."""
