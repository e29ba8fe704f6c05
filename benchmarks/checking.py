"""How long the rules take beside the parsing of the same office."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from config.registers import REGISTERS
from config.settings import Settings, parse
from sync.backends.base import FileRead
from sync.backends.folder import FolderBackend
from sync.demo.season import TODAY
from sync.pipeline import survey
from sync.sheets import Look, parse_all
from validators.office import Scene
from validators.rule import check
from validators.rules import RULES
from validators.tabs import assign


def office_work(office: Path) -> tuple[Callable[[], object], Callable[[], object]]:
    """Two pieces of work over a folder office: parsing all its registers anew, and all rules over what was parsed."""
    settings, files = _read(office)
    tabs = assign([grid for file in files for grid in file.grids], REGISTERS, settings).tabs
    scene = survey(files, Look(settings, TODAY)).facts.scene

    def parsing() -> None:
        look = Look(settings, TODAY)
        for register in REGISTERS:
            parse_all(register, tabs.get(register.key, ()), look)

    return parsing, lambda: check(_fresh(scene), RULES)


def _fresh(scene: Scene) -> Scene:
    """The same scene of an office in which nothing has been looked for yet."""
    return replace(scene, office=replace(scene.office))


def _read(office: Path) -> tuple[Settings, Sequence[FileRead]]:
    settings = parse((office / "office.toml").read_text(encoding="utf-8"), {}, tuple(one.key for one in REGISTERS))
    return settings, FolderBackend(office / "registers", settings).read()
