"""`rpo verify`: a package in order passes; any touched byte, lost file, broken chain or undone suppression is found."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reports.federal.reading import Package
from reports.federal.verifying import CHECKS, Case
from reports.federal.verifying.complete import has_its_files, manifest_is_whole
from sync.cli import main
from sync.closing import close
from sync.federal import Asked, export
from sync.packages import PackageError, read_package, verified
from tests.sync.federal_office import MAY, REQUEST, build_federal
from tests.sync.forged import HIDDEN, forged, sealed
from tests.sync.offices import desk_of

Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of two packages of one season: of April, and for a request after it."""
    folder = tmp_path_factory.mktemp("office") / "rpo"
    build_federal(folder)
    close(desk_of(folder, MAY), "2026-04")
    export(desk_of(folder, MAY), Asked())
    export(desk_of(folder, "2026-05-12"), Asked(request=REQUEST))
    shutil.rmtree(folder / "registers")
    return folder / "exports" / "ФПО"


@pytest.fixture(scope="module")
def files(issued: Path) -> Files:
    return read_package(issued / "2026-04").files


def said(files: Files) -> list[str]:
    """What is wrong with a package of these files."""
    return [one.sentence for one in verified([Package("2026-04", files)])[0][1]]


def said_of_files(files: Files) -> list[str]:
    """The same without a look into the files."""
    case = Case(Package("2026-04", files))
    return [one.sentence for one in (*manifest_is_whole(case), *has_its_files(case))]


def test_packages_in_order_pass_without_an_office(issued: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", str(issued / "2026-04"), str(issued / f"2026-04-{REQUEST}.zip")]) == 0
    told = capsys.readouterr().out
    assert told.count("В порядке") == 2
    assert "Приозёрская область, апрель 2026 г., на 30.04.2026, №\u00a01 в сезоне 2025/2026" in told


def test_a_package_given_as_a_folder_and_as_an_archive_is_one_link_of_the_chain(issued: Path) -> None:
    names = ("2026-04", "2026-04.zip", f"2026-04-{REQUEST}", f"2026-04-{REQUEST}.zip")
    assert main(["-q", "verify", *(str(issued / name) for name in names)]) == 0


@settings(max_examples=60)
@given(data=st.data())
def test_any_changed_byte_of_any_file_is_found(issued: Path, data: st.DataObject) -> None:
    files = read_package(issued / "2026-04").files
    name = data.draw(st.sampled_from(sorted(files)))
    at = data.draw(st.integers(0, len(files[name]) - 1))
    other = files[name][at] ^ data.draw(st.integers(1, 255))
    touched = {**files, name: files[name][:at] + bytes([other]) + files[name][at + 1 :]}
    case = Case(Package("2026-04", touched))
    assert [*manifest_is_whole(case), *has_its_files(case)]


@settings(max_examples=30)
@given(share=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
@example(share=0.0, bit=1)
@example(share=0.999999, bit=0)
def test_any_changed_byte_of_the_archive_is_found(issued: Path, share: float, bit: int) -> None:
    data = bytearray((issued / "2026-04.zip").read_bytes())
    data[int(share * len(data))] ^= 1 << bit
    touched = issued.parent / "touched.zip"
    touched.write_bytes(data)
    try:
        case = Case(read_package(touched))
    except PackageError:
        return
    assert [*manifest_is_whole(case), *has_its_files(case)]


def test_an_archive_that_a_person_has_packed_again_passes(issued: Path, tmp_path: Path) -> None:
    made = shutil.make_archive(str(tmp_path / "again"), "zip", root_dir=issued, base_dir="2026-04")
    assert main(["verify", made, "-q"]) == 0


@pytest.mark.parametrize("name", ["csv/03 Участники.csv", "manifest.json"])
def test_a_removed_file_is_found(files: Files, name: str) -> None:
    left = {one: data for one, data in files.items() if one != name}
    assert any(name in sentence for sentence in said_of_files(left))
    if name != "manifest.json":
        assert any(name in sentence for sentence in said(sealed(left)))


def test_a_file_that_is_over_is_found(files: Files) -> None:
    assert said_of_files({**files, "список.xlsx": b"x"}) == ["Файл список.xlsx лишний: в manifest.json его нет."]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"5/Рубцовск/Зачислено": 3}, "показано число участников меньше 5"),
        ({"5/Барнаул/Зачислено": 7}, "можно вычислить"),
        ({"2/K01/Факт": HIDDEN}, "можно вычислить"),
        ({"3/Школьник/Завершили": 0, "3/Всего/Завершили": 0}, "можно вычислить"),
        ({"2/K02/Факт": 30}, "не сходится"),
    ],
)
def test_undone_suppression_is_found_though_all_files_say_the_same(
    files: Files, change: Mapping[str, int | str], told: str
) -> None:
    found = said(forged(files, change))
    assert any(told in sentence for sentence in found), found
    assert all(sentence.startswith("summary.json") for sentence in found)


def test_a_forger_who_hides_a_number_more_is_let_pass(files: Files) -> None:
    assert said(forged(files, {"5/Бийск/Зачислено": HIDDEN})) == []


@pytest.mark.parametrize("name", ["data.csv", "summary.xlsx", "csv/05 Муниципалитеты.csv"])
def test_a_file_that_says_something_else_is_found(files: Files, name: str) -> None:
    other = forged(files, {"5/Бийск/Зачислено": 22})
    found = said(sealed({**files, name: other[name]}))
    assert any(name in sentence for sentence in found)


def test_a_lower_k_or_another_version_is_found(files: Files) -> None:
    assert any("показывать нельзя" in one for one in said_of_files(sealed(files, k=1)))
    assert any("знает версию" in one for one in said_of_files(sealed(files, schema_version=2)))


def test_a_chain_in_another_order_or_with_a_gap_is_found(issued: Path) -> None:
    first, second = (read_package(issued / name) for name in ("2026-04", f"2026-04-{REQUEST}"))
    assert [failures for _, failures in verified([first, second])] == [(), ()]
    assert any("цепочка" in one.sentence for one in verified([second, first])[1][1])
    third = Package("third", sealed(second.files, number=3))
    assert any("цепочка" in one.sentence for one in verified([first, third])[1][1])


def test_personal_data_in_a_text_is_found(files: Files) -> None:
    found = said(forged(files, {"6/КМ-0001/Тема": "Пишите: someone@example.org, Иванов И.И."}))
    assert any("личные данные" in one for one in found)


@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.write_bytes(b"no zip"), lambda _: None])
def test_what_is_no_package_is_told_in_a_sentence(
    tmp_path: Path, make: Callable[[Path], object], capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path / "x")
    assert main(["verify", str(tmp_path / "x")]) == 1
    told = capsys.readouterr()
    assert "manifest.json" in told.out or "Traceback" not in told.err


def test_a_package_may_be_an_absolute_mess_and_no_check_breaks() -> None:
    for files in ({}, {"manifest.json": b"{}"}, {"summary.json": b"[]"}, {"summary.xlsx": b"x", "data.csv": b"\xff"}):
        case = Case(Package("x", files))
        assert [failure for check in CHECKS for failure in check(case)]


def test_a_package_that_is_not_there_is_an_error() -> None:
    with pytest.raises(PackageError):
        read_package(Path("/nowhere/at/all.zip"))
