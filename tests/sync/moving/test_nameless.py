"""An office of mode «codes» leaves without names unless somebody says otherwise; only with them it is whole."""

import io
import zipfile
from pathlib import Path

import pytest

from config.errors import UsageError
from sync.moving.importing import import_office
from sync.run import update
from tests.sync.coded import KEY, build_coded
from tests.sync.moving.lived import export
from tests.sync.offices import bytes_of, desk_of

NAMES = ("Горин", "79120000", "Канарейкин", "kanar@example.ru")
FORM = "Фамилия;Имя;Дата рождения;E-mail\nКанарейкин;Пётр;01.02.2009;kanar@example.ru\n"
IMPORT = """
[[import]]
name = "Форма заявки"
gives = "candidates"
register = "SCH"
source = ["Форма.csv"]
"""


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Mentors by code with their names in a key file, and a form of another system that names a pupil."""
    folder = build_coded(tmp_path_factory.mktemp("coded") / "office")
    (folder / "imports").mkdir()
    (folder / "imports" / "Форма.csv").write_text(FORM, encoding="utf-8")
    with (folder / "office.toml").open("a", encoding="utf-8") as file:
        file.write(IMPORT)
    update(desk_of(folder))
    return folder


def texts(folder: Path) -> str:
    """Everything that can be read in a package, inside workbooks too."""
    found = []
    for path in folder.rglob("*"):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
                found += [book.read(name) for name in book.namelist()]
        elif path.is_file():
            found.append(path.read_bytes())
    return b"\n".join(found).decode("utf-8", "replace")


def test_without_names_none_is_in_any_file(coded: Path, tmp_path: Path) -> None:
    made = export(coded, tmp_path / "package")
    text = texts(made.folder)
    assert [name for name in NAMES if name in text] == []
    assert not made.contents.names
    assert "НС-0001" in text
    assert "Предприятие" in text
    assert not (made.folder / "private").exists()
    assert "Для переноса выгрузите всё: rpo export --all --with-names" in text


def test_an_office_is_not_made_of_a_package_without_names(coded: Path, tmp_path: Path) -> None:
    made = export(coded, tmp_path / "package")
    with pytest.raises(UsageError, match="без имён") as error:
        import_office(tmp_path / "office", made.folder)
    assert "--with-names" in error.value.advice
    assert not (tmp_path / "office").exists()


def test_with_names_the_office_is_the_same(coded: Path, tmp_path: Path) -> None:
    made = export(coded, tmp_path / "package", names=True)
    assert [name for name in NAMES if name not in texts(made.folder)] == []
    again = import_office(tmp_path / "office", made.folder).folder
    assert bytes_of(again / "private") == bytes_of(coded / "private")
    assert ((again / "private").stat().st_mode & 0o777, (again / KEY).stat().st_mode & 0o777) == (0o700, 0o600)
    assert bytes_of(export(again, tmp_path / "second", names=True).folder) == bytes_of(made.folder)
    result = update(desk_of(again))
    assert (result.new, result.fixed, result.written, result.held) == (0, 0, (), ())
