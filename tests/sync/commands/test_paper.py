"""`rpo paper`: where papers are put, who is in them, what is written down, what is refused."""

import json
import shutil
import stat
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from config.registers import REGISTERS
from reports.templates import Numbering, render_workbook
from reports.templates.layout import Part, columns_of
from sync.cli import main
from sync.paper_files import TEMPLATES
from sync.state.store import Store
from tests.reports.papers.templates import template, texts
from tests.sync.offices import STAFF, bytes_of, write_book

SETTINGS = """
[office]
region = "Приозёрская область"
today = 2026-04-15

[registers]
kept = ["STAFF", "EDU", "SCH"]
"""
BY_KEY = {register.key: register for register in REGISTERS}
SCHOOL = {
    "Код": "ОО-0001",
    "Полное наименование": "Средняя школа № 5",
    "Тип": "Общеобразовательная",
    "Муниципалитет": "Приозёрск",
}
NAMES = ("Яшин", "Ёлкин", "Белов", "Отозвин")


def pupil(number: int, **changed: object) -> Mapping[str, object]:
    return {
        "Код": f"ШК-{number:04d}", "Фамилия": NAMES[number - 1], "Имя": "Олег", "Отчество": "Ильич", "Дата рождения": date(2010, 2, number),
        "Образовательная организация": "ОО-0001", "Класс или курс": "9А", "Статус участника": "Участник", "Дата зачисления": date(2025, 11, 1),
        "Согласие: дата": date(2025, 9, 1), "Согласие дал": "Представитель", "Согласие на передачу": "Да",
        "Телефон": f"+79120000{number:03d}", **changed,
    }  # fmt: skip


PUPILS = (
    pupil(1),
    pupil(2, **{"Согласие на передачу": "Нет"}),
    pupil(3, **{"Согласие: дата": None, "Согласие дал": None}),
    pupil(4, **{"Дата отзыва согласия": date(2026, 3, 1)}),
)


def books(folder: Path) -> None:
    write_book(folder, ["STAFF"], {"STAFF": STAFF})
    write_book(folder, ["EDU"], {"EDU": [SCHOOL]})


def put_template(folder: Path) -> None:
    (folder / TEMPLATES).mkdir()
    (folder / TEMPLATES / "Диплом.docx").write_bytes(template("{{ ФИО.дательный }}", "{{ Школа }}"))
    rows = (("{%tr for ч in люди %}",), ("{{ ч.ФИО }}",), ("{%tr endfor %}",))
    (folder / TEMPLATES / "Список.docx").write_bytes(template(rows=rows))


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four pupils: a consent for everything, one without transfer, one without any, one taken back. Nobody writes."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "office.toml").write_text(SETTINGS, encoding="utf-8")
    books(folder)
    write_book(folder, ["SCH"], {"SCH": PUPILS})
    put_template(folder)
    return folder


@pytest.fixture
def office(standing: Path, tmp_path: Path) -> Path:
    """The same for one test alone."""
    return Path(shutil.copytree(standing, tmp_path / "office"))


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """The same in mode «codes»: names stand in a key file on this machine."""
    (tmp_path / "office.toml").write_text(f'{SETTINGS}\n[personal_data]\nmode = "codes"\n', encoding="utf-8")
    books(tmp_path)
    (tmp_path / "private").mkdir()
    for part, path in ((Part.CODED, "registers/Школьники.xlsx"), (Part.NAMES, "private/Школьники и СПО (имена).xlsx")):
        headings = {column.heading for column in columns_of(BY_KEY["SCH"], part)}
        rows = [{heading: cell for heading, cell in row.items() if heading in headings} for row in PUPILS]
        book = render_workbook([BY_KEY["SCH"]], rows={"SCH": rows}, numbering=Numbering(count=4), part=part)
        (tmp_path / path).write_bytes(book)
    put_template(tmp_path)
    return tmp_path


def run(office: Path, *words: str) -> int:
    return main(["paper", "--office", str(office), *words])


def papers(office: Path) -> dict[str, list[str]]:
    """Path under the office → what the paper says."""
    found = (office / "private").rglob("*.docx")
    return {path.relative_to(office).as_posix(): texts(path.read_bytes()) for path in sorted(found)}


DIPLOMAS = {
    "private/papers/2026-04-15 Диплом/ШК-0001.docx": ["Яшину Олегу Ильичу", "Средняя школа № 5"],
    "private/papers/2026-04-15 Диплом/ШК-0002.docx": ["Ёлкину Олегу Ильичу", "Средняя школа № 5"],
}


def test_diplomas_lie_among_what_is_private_named_by_codes(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = bytes_of(office)
    assert run(office, "Диплом", "SCH") == 0
    assert papers(office) == DIPLOMAS
    after = bytes_of(office)
    assert {name for name in after if name not in before} == set(DIPLOMAS)
    assert before.items() <= after.items()
    told = capsys.readouterr().out
    assert "нет согласия на обработку персональных данных: ШК-0003." in told
    assert "согласие отозвано 01.03.2026: ШК-0004." in told
    assert not any(name in told for name in NAMES)


def test_only_the_owner_may_read_what_is_made(office: Path) -> None:
    assert run(office, "Диплом", "SCH", "-q") == 0
    for path in (office / "private").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) in {0o700, 0o600}


def test_names_of_key_files_stand_in_papers_too(coded: Path) -> None:
    assert run(coded, "Диплом", "SCH", "-q") == 0
    assert papers(coded) == DIPLOMAS


def test_a_second_issue_takes_the_place_of_none(office: Path) -> None:
    assert run(office, "Диплом", "SCH", "-q", "--codes", "шк-1") == 0
    assert run(office, "Диплом", "SCH", "-q", "--codes", "ШК-0001, ШК-0002", "--one-file") == 0
    assert set(papers(office)) == {
        "private/papers/2026-04-15 Диплом/ШК-0001.docx",
        "private/papers/2026-04-15 Диплом (2)/Диплом.docx",
    }


def test_for_somebody_outside_only_those_who_agreed_and_it_is_written_down(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(office, "Список", "SCH", "--outside", "ООО «Автобус»", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["codes"], told["issue"], told["files"]) == (["ШК-0001"], 1, ["Список.docx"])
    assert told["left_out"]["ШК-0002"] == "нет согласия на передачу персональных данных"
    assert list(papers(office).values()) == [["Яшин Олег Ильич"]]
    with Store.open(office / "state" / "rpo.sqlite", read_only=True) as store:
        (given,) = store.given_papers()
    assert (given.number, given.recipient, given.codes, given.register) == (1, "ООО «Автобус»", ("ШК-0001",), "SCH")
    assert (given.template, len(given.digest)) == ("Список", 64)


def test_the_log_tells_every_issue_by_codes(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, "--log") == 0
    assert "ещё не выдавались" in capsys.readouterr().out
    for recipient in ("Завод", "Министерство"):
        assert run(office, "Список", "SCH", "-q", "--outside", recipient) == 0
    capsys.readouterr()
    assert run(office, "--log") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(".")[0][:11] for line in lines] == ["Выдача № 1 ", "Выдача № 2 "]
    assert "Кому: Министерство" in lines[1]
    assert "ШК-0001" in lines[1]
    assert run(office, "--log", "--json") == 0
    assert [json.loads(line)["number"] for line in capsys.readouterr().out.splitlines()] == [1, 2]


def test_what_stays_inside_is_not_written_down(office: Path) -> None:
    assert run(office, "Список", "SCH", "-q") == 0
    assert not (office / "state").exists()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "Не указан шаблон"),
        (["Дипло", "SCH"], 2, "«Диплом», «Список»"),
        (["Диплом", "XXX"], 2, "Реестра «XXX» нет"),
        (["Диплом", "UNI"], 2, "не ведётся или пуст"),
        (["Диплом", "SCH", "--where", "Клас=9А"], 2, "«Класс"),
        (["Диплом", "SCH", "--where", "Класс"], 2, "не читается"),
        (["Диплом", "SCH", "--codes", "ШК-0009"], 2, "ближайший — ШК-000"),
        (["Диплом", "SCH", "--where", "Класс или курс=8А"], 1, "никто не входит"),
        (["Диплом", "SCH", "--outside", " "], 2, "кому выдаётся"),
        (["Диплом", "SCH", "--outside", "Завод", "--ask-consent"], 2, "вместе не подходят"),
        (["Список", "SCH", "--ask-consent"], 2, "не подходит к списку"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    standing: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: int, said: str
) -> None:
    assert run(standing, *words) == code
    assert said in capsys.readouterr().err.replace("\u00a0", " ")
    assert not (standing / "private").exists()
    assert not (standing / "state").exists()


@pytest.mark.parametrize("folder", ["reports", "exports/ФПО", "registers", "templates"])
def test_names_are_put_into_no_folder_that_may_leave(
    standing: Path, capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    assert run(standing, "Диплом", "SCH", "--out", str(standing / folder)) == 2
    assert "именные документы не кладут" in capsys.readouterr().err


def test_another_folder_may_be_named(office: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    out = tmp_path_factory.mktemp("печать")
    assert run(office, "Диплом", "SCH", "-q", "--out", str(out)) == 0
    assert {path.name for path in out.rglob("*.docx")} == {"ШК-0001.docx", "ШК-0002.docx"}


def test_a_broken_template_is_told_before_anything_is_written_or_noted(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / TEMPLATES / "Письмо.docx").write_bytes(template("{{ Фамлия }}"))
    assert run(office, "Письмо", "SCH", "--outside", "Завод") == 2
    assert "«Фамлия»" in (told := capsys.readouterr().err)
    assert "«Фамилия»" in told
    assert not (office / "state").exists()
    assert not (office / "private").exists()


def test_examples_are_put_once_and_never_over_a_changed_one(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = office / TEMPLATES / "Диплом участника.docx"
    changed.write_bytes(b"mine")
    assert run(office, "--examples") == 0
    told = capsys.readouterr().out
    assert changed.read_bytes() == b"mine"
    assert "уже был, не изменён" in told
    assert run(office, "Согласие представителя", "SCH", "-q", "--ask-consent") == 0
    assert list(papers(office)) == ["private/papers/2026-04-15 Согласие представителя/ШК-0003.docx"]
    capsys.readouterr()
    assert run(office, "--examples", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"written": []}


def test_the_marks_of_a_register_are_told(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(office, "--marks", "SCH") == 0
    told = capsys.readouterr().out
    assert all(one in told for one in ("{{ Фамилия }}", "{{ ФИО }}", "{{ Руководитель_РПО }}", "дательный"))
