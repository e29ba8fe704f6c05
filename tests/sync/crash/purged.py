"""An office with a pupil who is destroyed: made small, so that it can be destroyed many times."""

import contextlib
import io
import shutil
from collections.abc import Mapping
from pathlib import Path

from docx import Document

from sync.purging.aside import kept_aside
from sync.state.purge_store import PurgeStore
from tests.sync.crash.again import Command, Played
from tests.sync.crash.killing import Point
from tests.sync.crash.small import is_sealed
from tests.sync.offices import bytes_of, desk_of
from tests.sync.purging.aviary import CODE, cleared, found, lived, ran


def aviary(folder: Path) -> Path:
    """The office before, his row emptied by staff: of the package of everything one file is enough."""
    lived(folder)
    cleared(folder)
    (package,) = (folder / "exports" / "всё").iterdir()
    shutil.rmtree(package)
    package.mkdir()
    (package / "people.csv").write_text("Код;Имя\nШК-0002;Канарейкин Кенар\n", encoding="utf-8")
    return folder


def _purge(office: Path) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        assert ran(office, "purge", CODE, "--yes") == 0


def _seen(office: Path) -> Mapping[str, object]:
    """Files that only say how much was destroyed are read; of what was killed in between they tell less."""
    with PurgeStore.open(desk_of(office).history) as store:
        store.check_whole()
        stones = [(one.number, one.register, one.code, one.reason, one.kinds, one.digest) for one in store.purges()]
    files = bytes_of(office)
    ours = {name for name in files if not name.startswith("state/")}
    papers = sorted((office / "reports" / "Уничтожение данных").glob("*.docx"))
    return {
        "what is left of him": found(office),
        "tombstones": stones,
        "noted beside": kept_aside(desk_of(office)),
        "the seal": is_sealed(office / "state" / "rpo.sqlite"),
        "files": sorted(ours),
        "half-written files": [str(path) for path in office.rglob(".*.rpo-new*")],
        "staff and closed periods": {
            name: one for name, one in files.items() if name.startswith(("registers/", "reports/archive/"))
        },
        "papers": [[one.text for one in Document(str(path)).paragraphs] for path in papers],
    }


PURGE = Command("rpo purge", _purge, _seen)


def destroying(known: Played) -> list[Point]:
    """The points of destroying itself: the update after it begins when its own lease is freed."""
    ends = [number for number, step in enumerate(known.steps) if step == ("state.commit", "free the lease")]
    return [one for one in known.telling() if one.number <= ends[0]]
