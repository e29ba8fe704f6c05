"""An office that has lived: updates, a closed period with a correction, something left as it is, something held."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sync.closing import close, correct
from sync.desk import Desk
from sync.moving.exporting import Exported, export_everything
from sync.run import update
from tests.sync.leaving import common
from tests.sync.offices import desk_of, mentor, team, updated, write_book

LAST_DAY = "2026-05-12"
MOMENT = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
STAND = [team(number) for number in range(1, 7)]
HOSTILE = '=HYPERLINK("http://example.ru";"ё")'


def build_lived(folder: Path) -> Path:
    """Six teams and six mentors in spring; one team loses its mentor, three mentors vanish in May."""
    updated(folder, teams=[team(1, Наставники=""), *STAND[1:]])
    write_book(folder, ["TEAM"], {"TEAM": STAND})
    update(desk_of(folder, "2026-04-20"))
    close(desk_of(folder, "2026-05-05"), "2026-04")
    write_book(
        folder, ["TEAM"], {"TEAM": [team(1, Стадия="Закрыт", Примечание=HOSTILE), *STAND[1:5], team(6, Наставники="")]}
    )
    update(desk_of(folder, "2026-05-08"))
    correct(desk_of(folder, "2026-05-09"), "2026-04", "закрыли команду раньше")
    common(folder / "reports").write("КМ-0006", "ждём наставника", "30.05.2026")
    update(desk_of(folder, "2026-05-10"))
    write_book(folder, ["MENT"], {"MENT": [mentor(number) for number in range(1, 4)]})
    update(desk_of(folder, LAST_DAY))
    for name, words in (("templates/Письмо.docx", b"words"), ("exports/fpo/2026-04/data.csv", b"sent")):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(words)
    return folder


def desk_at(folder: Path) -> Desk:
    """The office on its last day, at one and the same moment."""
    return replace(desk_of(folder, LAST_DAY), moment=MOMENT)


def export(folder: Path, out: Path, *, names: bool = False, archive: bool = False) -> Exported:
    """Everything of the office, at one and the same moment."""
    return export_everything(desk_at(folder), out, names=names, archive=archive)
