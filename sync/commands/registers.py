"""`rpo registers`: the catalogue of registers and columns, and what a row costs the clerk."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

NAME = "registers"
HELP = "все реестры: листы, столбцы, что заполнять"
ENDS = {0: "всегда"}

_READERS = (
    ("validators", ("counts.py", "counting/*.py", "derive.py", "owners.py", "standing.py", "rules/*.py")),
    ("reports", ("*.py", "head/*.py")),
)
"""Packages and their modules in which rules and figures read columns."""


def add_options(parser: ArgumentParser) -> None:
    """The burden instead of the catalogue."""
    parser.add_argument("--burden", action="store_true", help="сколько ячеек на строку и какие столбцы никто не читает")


def run(options: Namespace) -> int:
    """Always 0."""
    from config.registers import REGISTERS
    from reports.catalogues.burden import burden, burden_as_json, burden_as_text
    from reports.catalogues.reading import reader
    from reports.catalogues.registers import registers_as_json, registers_as_markdown

    if not options.burden:
        print(registers_as_json(REGISTERS) if options.json else registers_as_markdown(REGISTERS))
        return 0
    readers = [reader(source) for source in _sources()]
    burdens = [burden(register, readers) for register in REGISTERS]
    print(burden_as_json(burdens) if options.json else burden_as_text(burdens))
    return 0


def _sources() -> list[str]:
    from importlib.util import find_spec

    sources = []
    for package, masks in _READERS:
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            modules = sorted(path for mask in masks for path in Path(folder).glob(mask))
            sources += [path.read_text(encoding="utf-8") for path in modules]
    return sources
