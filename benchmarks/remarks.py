"""`make docs`: the remarks of the made-up office as the examples of the catalogue of rules."""

import contextlib
import io
import tempfile
from argparse import Namespace
from pathlib import Path

import sync.demo
from sync.demo.build import build
from sync.demo.shown import KEPT, as_toml, shown
from sync.desk import open_desk
from sync.look import look_once
from validators.remark import Remark


def said_of(folder: Path, seed: int) -> list[Remark]:
    """Makes the office of the seed in the folder and gives what is said of it and of its small offices."""
    offices = sorted({one.office for one in build(folder, seed)})
    desks = (open_desk(Namespace(office=str(folder / one), today=None)) for one in offices)
    return [remark for desk in desks for remark in look_once(desk, quiet=True).remarks]


def main() -> None:
    """Writes the file of examples anew."""
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
        examples = shown(said_of(Path(name) / "office", 1))
    (Path(sync.demo.__path__[0]) / KEPT).write_text(as_toml(examples), encoding="utf-8")
    print(f"{len(examples)} examples in {KEPT}")


if __name__ == "__main__":
    main()
