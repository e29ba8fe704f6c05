"""The packages of 89 made-up regions: who is counted, who is not and why, what the totals say, what stays hidden."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reports.collected.collection import Collection, Fate, Parcel
from reports.collected.compose import compose
from reports.collected.reported import missing
from reports.disclosure.draft import Head
from reports.federal.reading import Package
from reports.federal.writing.manifest import MANIFEST
from reports.report import Listing, Value
from sync.collecting.collect import collect
from tests.sync.collecting.regions import AS_OF, HEADS, PERIOD, Files, corrected, files, lay, region
from tests.sync.forged import HIDDEN, forged

SILENT = ("Москва", "Республика Тыва", "Томская область")
CORRECTED, TWICE, DAMAGED, FUTURE, UNDONE, MARCH = (
    "Алтайский край", "Рязанская область", "Республика Коми", "Республика Карелия", "Липецкая область",
    "Курская область",
)  # fmt: skip
HOSTILE = '=HYPERLINK("http://x")<b>'
REGIONS = {head.region: region(head) for head in HEADS}
HIDING = replace(REGIONS[UNDONE], people=((90, 60, 2, 0), *REGIONS[UNDONE].people[1:]))


@dataclass(frozen=True)
class Scene:
    """What was given and what was collected."""

    folder: Path
    packages: Mapping[str, Files]
    collection: Collection


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Every second package is a folder, the others are archives."""
    folder = tmp_path_factory.mktemp("regions")
    made = {name: files(one) for name, one in REGIONS.items() if name not in {*SILENT, UNDONE, MARCH}}
    march = replace(HEADS[[one.region for one in HEADS].index(MARCH)], period="2026-03")
    hidden = files(HIDING)
    given = made | {
        f"{CORRECTED} уточнение": corrected(REGIONS[CORRECTED], made[CORRECTED]),
        f"{TWICE} второй": files(region(REGIONS[TWICE].head, 99)),
        DAMAGED: {**made[DAMAGED], "data.csv": made[DAMAGED]["data.csv"] + b"x"},
        FUTURE: {
            **made[FUTURE],
            MANIFEST: made[FUTURE][MANIFEST].replace(b'"schema_version": 1', b'"schema_version": 2'),
        },
        UNDONE: forged(hidden, {"3/Школьник/Выбыло": 2}),
        MARCH: files(region(march)),
        "чужой": files(region(Head(HOSTILE, "62", "2025/2026", PERIOD, AS_OF, "1.0"))),
        "спорный": files(region(Head("Тульская область", "71", "2025/2026", PERIOD, AS_OF, "1.0"))),
    }
    names = list(given)
    lay(folder, {one: given[one] for one in names[::2]}, archive=False)
    lay(folder, {one: given[one] for one in names[1::2]})
    lay(folder, {"Адыгея ещё раз": made["Республика Адыгея (Адыгея)"]})
    (folder / "битый.zip").write_bytes(b"PK")
    return Scene(folder, given, collect([folder]))


def table(collection: Collection, tab: str, number: int = 0) -> dict[Value, dict[str, Value]]:
    """The rows of a listing by their first cells; by the second in «Кто отчитался»."""
    report = next(one for one in compose(collection) if one.tab == tab)
    listing = [block for block in report.blocks if isinstance(block, Listing)][number]
    heads = [field.heading for field in listing.fields]
    by = 1 if heads[0] == "ОКТМО" else 0
    return {row[by]: dict(zip(heads, row, strict=True)) for row in listing.rows}


def parcel(scene: Scene, name: str) -> Parcel:
    return next(one for one in scene.collection.parcels if one.name.removesuffix(".zip") == name)


def test_every_subject_has_a_line_and_those_who_are_not_here_are_named(scene: Scene) -> None:
    lines = table(scene.collection, "Кто отчитался")
    assert len(lines) == 90
    states = {name: line["Пакет"] for name, line in lines.items()}
    assert {name for name, state in states.items() if state == "Не прислан"} == {*SILENT, MARCH}
    assert {name for name, state in states.items() if state == "Не принят"} == {TWICE, DAMAGED, FUTURE, UNDONE}
    assert "март 2026" in str(lines[MARCH]["Примечание"])
    assert len(scene.collection.listed) == 81
    assert len(missing(scene.collection)) == 8


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (TWICE, "ещё один пакет без уточнения с другим содержанием"),
        (f"{TWICE} второй", "ещё один пакет"),
        (DAMAGED, "data.csv изменён"),
        (FUTURE, "Пакет версии 2"),
        (UNDONE, "показано число участников меньше 5"),
        ("спорный", "код ОКТМО 71"),
        ("битый", "повреждён"),
    ],
)
def test_a_package_that_cannot_be_used_is_refused_with_its_reason_and_advice(scene: Scene, name: str, why: str) -> None:
    one = parcel(scene, name)
    assert one.fate is Fate.REFUSED
    assert why in one.why
    assert one.advice


def test_the_newest_correction_counts_and_a_copy_is_one_package(scene: Scene) -> None:
    line = table(scene.collection, "Кто отчитался")[CORRECTED]
    assert (line["Уточнение №"], line["№ в сезоне"], line["Примечание"]) == (1, 2, None)
    assert parcel(scene, CORRECTED).fate is Fate.REPLACED
    copies = [one for one in scene.collection.parcels if one.fate is Fate.COPY]
    assert [one.name for one in copies] == ["Республика Адыгея (Адыгея)"]
    assert parcel(scene, MARCH).fate is Fate.OTHER


def test_figures_are_those_of_the_packages(scene: Scene) -> None:
    facts, plans = table(scene.collection, "Факт K01–K09"), table(scene.collection, "План на дату K02")
    assert len(facts) == 90
    for name, one in REGIONS.items():
        if name in {CORRECTED, *SILENT, TWICE, DAMAGED, FUTURE, UNDONE, MARCH}:
            continue
        enrolled = sum(row[1] for row in one.people)
        assert facts[name]["K02 Зачислено, чел."] == enrolled, name
        assert plans[name]["K02 Зачислено, чел."] == (one.plan or "не предусмотрено"), name
    assert set(facts["Москва"].values()) == {"Москва", "—"}


def test_totals_are_of_numbers_in_sight_and_of_subjects_alone(scene: Scene) -> None:
    listed = scene.collection.listed
    line = table(scene.collection, "Итоги")["K09"]
    teams = sum(REGIONS[one.whose.title].teams for one in listed)
    assert line["Факт: итог"] == f"не менее {teams:,}".replace(",", "\u00a0")
    assert (line["Сложено субъектов"], line["Нет пакета"]) == (81, 8)
    told = {code: row["Факт: итог"] for code, row in table(scene.collection, "Итоги").items()}
    assert [told[code] for code in ("K03", "K08", "K14", "K24")] == ["не складывается"] * 4
    assert HOSTILE not in {one.whose.title for one in listed}


def test_a_hidden_number_stays_hidden_and_its_column_has_no_exact_total(scene: Scene) -> None:
    hidden = [one for one in scene.collection.listed if one.hidden]
    assert len(hidden) > 5
    report = next(one for one in compose(scene.collection) if one.tab == "Итоги")
    listing = [block for block in report.blocks if isinstance(block, Listing)][1]
    left = next(row for row in listing.rows if row[:3] == ("Участники", "Школьник", "Выбыло"))
    seen = [one.cell("3", "Школьник", "Выбыло") for one in scene.collection.listed]
    assert left[3] == f"не менее {sum(cell for cell in seen if isinstance(cell, int))}"
    assert left[5] == sum(cell == HIDDEN for cell in seen) > 0


def test_every_cell_of_the_collection_stands_in_some_package(scene: Scene) -> None:
    """Nothing is worked out but totals: the tables hold the cells of the packages as they are, marks too."""
    for entry in scene.collection.entries:
        name = entry.parcel.name.removesuffix(".zip")
        told = Package(name, scene.packages.get(name, scene.packages["Республика Адыгея (Адыгея)"])).figures
        for code, rows in entry.tables.items():
            for key, line in rows.items():
                assert all(told[f"{code}/{key}/{column}"] == cell for column, cell in line.items()), name


def test_the_same_packages_make_the_same_collection(scene: Scene, tmp_path: Path) -> None:
    few = {name: scene.packages[name] for name in list(scene.packages)[:4]}
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = (
        collect([lay(tmp_path / name, some)]) for name, some in (("a", few), ("b", dict(reversed(few.items()))))
    )
    assert compose(one) == compose(other)
    assert compose(one) != compose(scene.collection)
