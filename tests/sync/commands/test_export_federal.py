"""`rpo export federal`: a closed period goes out once and for ever, a correction beside it, a request between periods."""

import json
from datetime import date
from pathlib import Path

import pytest

from sync.cli import main
from sync.closing import close, correct
from sync.desk import Desk
from sync.federal import Asked, Exported, export
from sync.issuing import ExportError
from sync.packages import read_package, verified
from sync.periods import PeriodError
from sync.run import update
from sync.state.store import Store
from tests.sync.federal_office import CANARIES, MAY, PAPERS, REQUEST, build_federal, enrolled, paper
from tests.sync.forged import lines_of
from tests.sync.municipal import pupil
from tests.sync.offices import bytes_of, desk_of, write_book

HIDDEN = 9


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose April is closed and went out as the first package of the season; nobody changes it."""
    folder = tmp_path_factory.mktemp("office") / "rpo"
    build_federal(folder)
    close(desk_of(folder, MAY), "2026-04")
    assert main(["export", "federal", "--office", str(folder), "--today", MAY, "-q"]) == 0
    return folder


@pytest.fixture
def again(office: Path, tmp_path: Path) -> Path:
    """The same office, to be changed."""
    import shutil

    shutil.copytree(office, tmp_path / "rpo")
    return tmp_path / "rpo"


def package(office: Path, name: str = "2026-04") -> Path:
    return office / "exports" / "ФПО" / name


def later(folder: Path, day: str = "2026-05-20") -> Desk:
    """After five more were enrolled in April, typed late, and the period was corrected."""
    late = [pupil(at, "Школа № 1 города Бийск", Команда="КМ-0001") for at in range(31, 37)]
    write_book(folder, ["SCH"], {"SCH": [*enrolled(), *late]})
    update(desk_of(folder, day))
    desk = desk_of(folder, day)
    correct(desk, "2026-04", "дозачисление")
    return desk


def issue(desk: Desk, **asked: object) -> Exported:
    return export(desk, Asked(**asked))  # type: ignore[arg-type]  # fields of Asked by their names


def test_the_package_lies_in_exports_as_a_folder_and_an_archive(office: Path) -> None:
    folder, archive = read_package(package(office)), read_package(package(office, "2026-04.zip"))
    assert folder.files == archive.files
    assert verified([folder])[0][1] == verified([archive])[0][1] == ()


def test_people_are_told_where_it_lies_and_what_to_do(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "federal", "--period", "апрель 2026", "--office", str(office), "--today", "2026-05-06"]) == 0
    said = capsys.readouterr().out
    assert "уже выпущен" in said
    assert str(package(office)) in said
    assert f"Скрыто: {HIDDEN}\u00a0ячеек" in said
    assert "«Исходящий», корреспондент «ФПО», вид «Отчёт месячный», период 2026-04" in said
    assert "ПЯ-0003: пояснительная записка." in said
    assert "КМ-0002: таблица 6, «Тема»." in said
    assert not [one for one in CANARIES if one in said]


def test_programs_are_told_the_same(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "federal", "--office", str(office), "--today", MAY, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["number"], told["period"], told["new"], told["hidden"]) == (1, "2026-04", False, HIDDEN)
    assert {one["row"] for one in told["left_out"]} == {"КМ-0002", "КМ-0003", *(f"ПЯ-000{at}" for at in range(2, 6))}


def test_no_canary_reaches_any_file(office: Path) -> None:
    files = read_package(package(office)).files
    for name, data in files.items():
        text = _text(name, data)
        assert not [one for one in CANARIES if one.casefold() in text.casefold()], name
    assert "Набор продлён до мая" in _text("note.docx", files["note.docx"])


def _text(name: str, data: bytes) -> str:
    import io
    import zipfile

    if not name.endswith((".xlsx", ".docx")):
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(one).decode() for one in archive.namelist())


def test_a_second_export_gives_the_same_bytes_whatever_has_changed(again: Path) -> None:
    before = bytes_of(package(again).parent)
    write_book(again, ["SCH"], {"SCH": enrolled()[:25]})
    package(again, "2026-04.zip").unlink()
    (package(again) / "data.csv").write_bytes(b"")
    assert main(["export", "federal", "--office", str(again), "--today", "2026-06-01", "-q"]) == 0
    assert bytes_of(package(again).parent) == before


def test_a_period_that_is_not_closed_is_refused_with_what_to_do(again: Path) -> None:
    with pytest.raises(PeriodError, match="он не закрыт") as refused:
        issue(desk_of(again, "2026-06-05"), period="2026-05")
    assert "rpo close 2026-05" in refused.value.advice


def test_an_office_without_closed_periods_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "office.toml").write_text("", encoding="utf-8")
    with pytest.raises(PeriodError, match="ещё не закрыт") as refused:
        issue(desk_of(tmp_path))
    assert "rpo close" in refused.value.advice


def test_a_correction_is_a_package_of_its_own_that_tells_what_it_changed(again: Path) -> None:
    desk = later(again)
    made = issue(desk, period="2026-04", correct="дозачислены шестеро")
    assert made.folder == package(again, "2026-04-r1")
    changes = lines_of(made.package.files["csv/С1 Изменения с прошлой отправки.csv"])
    assert ["3", "Всего", "Зачислено", "31", "36", "дозачислены шестеро"] in changes
    assert not [one for one in changes[1:] if one[3] == one[4]]
    chain = [read_package(package(again, name)) for name in ("2026-04", "2026-04-r1")]
    assert [failures for _, failures in verified(chain)] == [(), ()]
    assert made.package.previous == chain[0].digest


def test_a_correction_that_changes_nothing_or_corrects_nothing_is_refused(again: Path) -> None:
    with pytest.raises(ExportError, match="Ни одно значение"):
        issue(desk_of(again, MAY), correct="просто так")
    with pytest.raises(ExportError, match="не выпускался"):
        issue(desk_of(again, MAY), period="2026-03", correct="просто так")


def test_a_request_gets_the_last_month_that_is_over_whatever_the_day(again: Path) -> None:
    answer = paper("ДК-0003", Направление="Исходящий", Вид="Письмо", Статус="Подписан", Дата=date(2026, 5, 11))
    asked = {**PAPERS[0], "Ответ": "ДК-0003"}
    write_book(again, ["DOC"], {"DOC": [asked, PAPERS[1], {**answer, "Рег. №": "8-М"}]})
    first = issue(desk_of(again, "2026-05-12"), request="дк-0001")
    assert first.folder.name == f"2026-04-{REQUEST}"
    assert (first.package.as_of.isoformat(), first.package.number, first.is_new) == ("2026-04-30", 2, True)
    closed = read_package(package(again)).cells
    told = read_package(first.folder).cells
    assert [key for key in told if key[:2] in {"3/", "5/"} and told[key] != closed[key]] == []
    assert told["1/По запросу/Значение"] == "№\u00a0ФПО-31 от 09.04.2026"
    assert told["1/Номер письма/Значение"] == "8-М"
    second = issue(desk_of(again, "2026-05-25"), request=REQUEST)
    assert (second.is_new, second.package.digest) == (False, first.package.digest)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--now"], "по запросу"),
        (["--request", REQUEST], "по запросу"),
        (["--now", "--request", REQUEST, "--period", "2026-04"], "не указываются"),
        (["--now", "--request", "ДК-0777"], "нет"),
        (["--now", "--request", "ДК-0002"], "не входящий запрос"),
        (["--correct", " "], "пуста"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused(
    office: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "federal", *words, "--office", str(office), "--today", MAY]) == 2
    assert said in capsys.readouterr().err


def test_the_log_keeps_every_package(office: Path) -> None:
    with Store.open(desk_of(office, MAY).state, read_only=True) as store:
        (one,) = store.packages("2025/2026", "ФПО")
        assert store.packages("2024/2025", "ФПО") == ()
    assert (one.period, one.correction, one.request, one.previous) == ("2026-04", 0, "", None)
    assert one.files == read_package(package(office)).files
