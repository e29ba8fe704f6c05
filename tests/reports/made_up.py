"""The facts of the made-up office with its planted faults, made once for all tests that only look."""

from functools import cache

from config.registers import REGISTERS
from config.settings import parse
from reports.facts import Facts
from sync.backends.readers.file import read_file
from sync.demo.office import office
from sync.demo.planting import plant
from sync.demo.season import TODAY
from sync.demo.workbooks import workbooks
from sync.pipeline import survey
from sync.sheets import Look
from validators.memo import Memo


@cache
def made_up_facts() -> Facts:
    """What every report of the made-up office is composed from."""
    settings = parse('[office]\noktmo = "62"\n', {}, tuple(one.key for one in REGISTERS))
    files = [read_file(name, data) for name, data in workbooks(plant(office(1)).rows).items()]
    return survey(files, Look(settings, TODAY, memo=Memo())).facts
