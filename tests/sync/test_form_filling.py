"""A form of somebody else is filled once for the same numbers, never touched itself, and is one system with packages."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from config.errors import UsageError
from reports.disclosure.audit import audit
from reports.disclosure.draft import Mark
from reports.disclosure.release import system_of
from reports.federal.compose import compose
from reports.federal.passport import Letter
from reports.federal.reading import Package
from reports.filling.beside import with_cuts
from reports.filling.told import FILE, DayTold, FormTold
from sync.closing import close
from sync.federal import Asked, Exported, export, facts_of
from sync.form_filling import AskedForm, FilledForm, fill
from sync.form_reading import FormError
from sync.issuing import Wanted, head_of, told_by_forms, told_by_packages
from sync.look import look_once
from sync.periods import PeriodError
from sync.state.forms import in_the_log
from sync.state.packages import IssuedPackage
from sync.state.store import Store
from tests.reports.filling.forms import book, values
from tests.sync.federal_office import CANARIES, MAY, PAPERS, REQUEST, build_federal, paper
from tests.sync.offices import desk_of, write_book

ROWS = (
    ("{регион}, {период}, на {as_of}", None, None),
    ("Зачислено", "{K02}", "{K02; план}"),
    ("Бийск", "{K02; муниципалитет=Бийск}", "{K01; муниципалитет=Бийск}"),
    ("Барнаул", "{K02; муниципалитет=Барнаул}", "{K01; муниципалитет=Барнаул}"),
    ("Рубцовск", "{K02; муниципалитет=Рубцовск}", None),
    ("Итого", "=SUM(B3:B5)", "=B6/B2"),
    ("В мае", "{K02; на дату=2026-05}", "{K02; на дату=2025-08}"),
    ("Подпись", "{руководитель}", "{K16; категория=Школьник}"),
)
SMALL = (("{K02; муниципалитет=Барнаул}", "{K01; муниципалитет=Бийск}", "{K18}", "{K02}"),)


@dataclass(frozen=True)
class Season:
    """A form with a name in its own name was filled, then the package went out, then a form went to somebody else."""

    office: Path
    empty: bytes
    first: FilledForm
    package: Exported
    second: FilledForm


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office with pupils whose April is closed; nothing has gone out yet."""
    folder = tmp_path_factory.mktemp("closed") / "rpo"
    build_federal(folder)
    close(desk_of(folder, MAY), "2026-04")
    return folder


@pytest.fixture(scope="module")
def season(closed: Path, tmp_path_factory: pytest.TempPathFactory) -> Season:
    folder = tmp_path_factory.mktemp("season")
    office = folder / "rpo"
    shutil.copytree(closed, office)
    path = form(folder, ROWS, "Сведения о Канарейкине.xlsx")
    empty = path.read_bytes()
    first = filled(office, path)
    package = export(desk_of(office, MAY), Asked())
    second = filled(office, form(folder, SMALL), to="Министерство образования")
    return Season(office, empty, first, package, second)


def form(folder: Path, rows: tuple[tuple[str | None, ...], ...] = SMALL, name: str = "Форма 1-РПО.xlsx") -> Path:
    path = folder / name
    path.write_bytes(book(rows))
    return path


def filled(office: Path, path: Path, day: str = MAY, **asked: str) -> FilledForm:
    return fill(desk_of(office, day), AskedForm(path, **asked))  # type: ignore[arg-type]  # fields by their names


def test_a_copy_is_filled_and_the_form_stays_as_it_was(season: Season) -> None:
    assert (season.office.parent / "Сведения о Канарейкине.xlsx").read_bytes() == season.empty
    found = values(season.first.path.read_bytes())
    assert found == {
        "A1": "Приозёрская область, апрель 2026 г., на 30.04.2026",
        "A2": "Зачислено", "B2": 31, "A3": "Бийск", "B3": 21, "C3": 21, "A4": "Барнаул", "B4": "скрыто",
        "C4": "скрыто", "A5": "Рубцовск", "B5": "скрыто", "A6": "Итого", "B6": "скрыто", "C6": "скрыто",
        "A7": "В мае", "A8": "Подпись", "B8": "В.Л. Снегова",
    }  # fmt: skip
    assert {answer.why for answer in season.first.answers.values() if answer.why} == {
        "план не утверждён", "период «май 2026 г.» ещё не кончился", "31.08.2025 — раньше начала сезона",
        "реестр не ведётся",
    }  # fmt: skip


def test_no_canary_gets_into_a_filled_form_nor_into_its_name_nor_into_the_log(season: Season) -> None:
    assert season.first.path == season.office / "exports" / "ФПО" / "2026-04 форма.xlsx"
    files = season.first.package.files
    text = "".join((repr(values(files["2026-04 форма.xlsx"])), files[FILE].decode(), *files)).casefold()
    assert not [one for one in CANARIES if one.casefold() in text]


def test_a_form_for_somebody_else_after_the_package_shows_nothing_that_the_package_hid(season: Season) -> None:
    assert season.second.path.parent == season.office / "exports" / "Министерство образования"
    assert list(values(season.second.path.read_bytes()).values()) == ["скрыто", 21, "скрыто", 31]
    assert (season.package.package.number, season.package.package.previous) == (1, None), "forms are no links of it"


def test_forms_and_packages_are_judged_as_one_system(season: Season) -> None:
    """Who has all of them sees every number of April that any of them shows, and can work out none that is small."""
    desk = desk_of(season.office, MAY)
    with Store.open(desk.state, read_only=True) as store:
        told = (*told_by_packages(store.packages("2025/2026", "ФПО")), *told_by_forms(store.forms("2025/2026")))
        facts = facts_of(desk, store, "2026-04", desk.today)
    now = look_once(desk, quiet=True).facts
    draft = compose(facts, now, head_of(desk, Wanted("2026-04", facts, now)), Letter())
    system = system_of(with_cuts(draft, facts, [("K01", "municipality")]), (), 5)
    seen = frozenset(key for one in told for key in one.seen)
    assert (len(told), {one.as_of for one in told}) == (3, {facts.today})
    assert {"5/Бийск/Зачислено", "2/K02/Факт", "Ф/K01; municipality=Бийск/Факт"} <= seen
    hidden = {cell.key for cell in system.cells} - seen
    hidden |= {one.key for one in system.shares if {one.part, one.base} & hidden}
    assert audit(system, hidden) == ()


def test_the_next_package_knows_the_forms_of_the_season(closed: Path, tmp_path: Path) -> None:
    """Left alone the gate hides Барнаул to cover Рубцовск; a form has told it and hidden Бийск."""
    shutil.copytree(closed, tmp_path / "rpo")
    desk = desk_of(tmp_path / "rpo", MAY)
    day = DayTold(as_of="2026-04-30", seen={"5/Барнаул/Зачислено": 7}, hidden=("5/Бийск/Зачислено",), untold=(),
                  sums=(), same=(), cuts=())  # fmt: skip
    told = FormTold(form="", answers="", days=(day,)).model_dump_json().encode()
    one = IssuedPackage("2025/2026", "Минобр", 1, "2026-04", day.as_of, desk.moment, "", files={FILE: told})
    with Store.open(desk.state) as store:
        store.issue(in_the_log(one))
    cells = Package("", export(desk, Asked()).package.files).figures
    assert [cells[f"5/{town}/Зачислено"] for town in ("Бийск", "Барнаул", "Рубцовск")] == [Mark.HIDDEN, 7, Mark.HIDDEN]


def test_the_same_form_with_the_same_numbers_is_put_back_and_with_others_is_another(season: Season) -> None:
    path, data = season.office.parent / "Форма 1-РПО.xlsx", season.second.path.read_bytes()
    season.second.path.unlink()
    same = filled(season.office, path, "2026-05-20", to="Министерство образования")
    assert (same.is_new, same.path, same.path.read_bytes()) == (False, season.second.path, data)
    path.write_bytes(book([["{K09}"]]))
    other = filled(season.office, path, to="Министерство образования")
    assert (other.is_new, other.path.name, other.package.number) == (True, "2026-04 Форма 1-РПО (2).xlsx", 2)


def test_a_request_names_the_reader_and_the_copy(closed: Path, tmp_path: Path) -> None:
    shutil.copytree(closed, tmp_path / "rpo")
    asked = paper("ДК-0004", Направление="Входящий", Вид="Запрос", Статус="Получен", Корреспондент="ОИВ")
    write_book(tmp_path / "rpo", ["DOC"], {"DOC": [*PAPERS, asked]})
    made = filled(tmp_path / "rpo", form(tmp_path, (("{K09}",),)), request="дк-0004")
    assert made.path.relative_to(tmp_path / "rpo" / "exports").as_posix() == "ОИВ/2026-04-ДК-0004 Форма 1-РПО.xlsx"
    assert made.package.request == "ДК-0004" != REQUEST


def test_a_stage_that_is_not_closed_has_no_day(closed: Path, tmp_path: Path) -> None:
    with pytest.raises(PeriodError, match="он не закрыт"):
        filled(closed, form(tmp_path), period="Э1")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"period": "2026-05"}, "ещё не кончился"),
        ({"period": "вчера"}, "не отчётный период"),
        ({"request": "ДК-0002"}, "не входящий запрос"),
        ({"to": "Канарейкин"}, "нельзя назвать папку"),
    ],
)
def test_what_makes_no_sense_is_refused(closed: Path, tmp_path: Path, asked: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        filled(closed, form(tmp_path), **asked)


def test_a_form_without_marks_or_with_macros_or_of_another_kind_is_refused(closed: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="ни одной метки"):
        filled(closed, form(tmp_path, (("Зачислено", None),)))
    for name, data in (("Форма.xlsm", book(ROWS)), ("Форма.xlsx", b"<html>"), ("Форма.xlsx", b"a;b\n1;2\n")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(FormError):
            filled(closed, tmp_path / name)
    with pytest.raises(UsageError, match="нет"):
        filled(closed, tmp_path / "Никакая.xlsx")
