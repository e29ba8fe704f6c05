"""Of the packages of one region: which one counts, what its chain tells, what has become of the others."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from config.errors import UsageError
from reports.collected.collection import Collection, Fate
from reports.federal.writing.manifest import MANIFEST, digest_of
from sync.collecting.collect import collect
from sync.collecting.places import NothingToCollectError
from tests.sync.collecting.regions import HEADS, Files, corrected, files, lay, region
from tests.sync.forged import sealed

OURS, OTHER = (region(one) for one in HEADS[:2])
MARCH = files(replace(OURS, head=replace(OURS.head, period="2026-03", as_of=date(2026, 3, 31))))
APRIL = files(OURS, 2, digest_of(MARCH[MANIFEST]))
AGAIN = sealed(corrected(OURS, APRIL), correction=1, number=3, previous=digest_of(APRIL[MANIFEST]))
FIRST = files(OURS)


@cache
def other() -> Files:
    """The package of another region."""
    return files(OTHER)


def collected(folder: Path, **some: Files) -> Collection:
    return collect([lay(folder, some)], "2026-04")


def fates(one: Collection) -> Mapping[str, Fate]:
    return {parcel.name.removesuffix(".zip"): parcel.fate for parcel in one.parcels}


def test_a_chain_that_is_whole_is_checked_whole(tmp_path: Path) -> None:
    found = collected(tmp_path, march=MARCH, april=APRIL, again=AGAIN)
    assert fates(found) == {"march": Fate.OTHER, "april": Fate.REPLACED, "again": Fate.COUNTED}
    assert (found.entries[0].unlinked, found.entries[0].refused) == (0, ())


def test_packages_that_were_not_given_are_told_of(tmp_path: Path) -> None:
    found = collected(tmp_path, again=AGAIN)
    assert found.entries[0].unlinked == 2


def test_a_package_after_another_one_than_it_names_is_refused(tmp_path: Path) -> None:
    other = sealed(MARCH, rules="2.0")
    found = collected(tmp_path, march=other, april=APRIL)
    assert fates(found)["april"] is Fate.REFUSED
    assert "цепочка пакетов нарушена" in found.refused[0].why


def test_a_damaged_correction_leaves_the_package_before_it_and_says_so(tmp_path: Path) -> None:
    damaged = {**AGAIN, "data.csv": b""}
    found = collected(tmp_path, april=APRIL, again=damaged)
    assert fates(found) == {"april": Fate.COUNTED, "again": Fate.REFUSED}
    assert [one.name for one in found.entries[0].refused] == ["again.zip"]


def test_a_package_for_a_request_counts_only_where_there_is_no_other(tmp_path: Path) -> None:
    asked = files(replace(OURS, head=replace(OURS.head, request="ДК-0045")), 2, digest_of(FIRST[MANIFEST]))
    alone = collected(tmp_path, asked=asked)
    assert fates(alone) == {"asked": Fate.COUNTED}
    both = collected(tmp_path, asked=asked, april=FIRST)
    assert fates(both) == {"asked": Fate.REPLACED, "april": Fate.COUNTED}


def test_the_period_that_most_regions_have_sent_is_collected(tmp_path: Path) -> None:
    lay(tmp_path, {"a": FIRST, "b": MARCH, "c": other()})
    assert collect([tmp_path]).period == "2026-04"
    assert [one.whose.title for one in collect([tmp_path], "2026-03").entries] == [OURS.head.region]


@pytest.mark.parametrize("period", ["2026-05", "Э4"])
def test_a_period_that_nobody_has_sent_is_told_with_those_that_are_here(tmp_path: Path, period: str) -> None:
    with pytest.raises(UsageError) as told:
        collect([lay(tmp_path, {"a": FIRST})], period)
    assert "2026-04" in told.value.advice


def test_packages_lie_at_any_depth_and_in_several_folders(tmp_path: Path) -> None:
    for name, one in (("север", OURS), ("юг", OTHER)):
        (tmp_path / name / "почта").mkdir(parents=True)
        lay(tmp_path / name / "почта", {one.head.region: files(one)}, archive=name == "юг")
    (tmp_path / "юг" / "письмо.pdf").write_bytes(b"%PDF")
    found = collect([tmp_path / "север", tmp_path / "юг"])
    assert [one.parcel.name for one in found.entries] == [
        f"север/почта/{OURS.head.region}", f"юг/почта/{OTHER.head.region}.zip",
    ]  # fmt: skip


@pytest.mark.parametrize("lost", ["manifest.json", "summary.json"])
def test_a_folder_without_one_of_its_files_is_a_package_that_is_refused(tmp_path: Path, lost: str) -> None:
    lay(tmp_path, {"a": FIRST})
    lay(tmp_path, {"b": {name: data for name, data in other().items() if name != lost}}, archive=False)
    found = collect([tmp_path])
    assert fates(found) == {"a": Fate.COUNTED, "b": Fate.REFUSED}
    assert lost in found.refused[0].why


def test_another_shape_of_a_later_version_is_told_as_a_version(tmp_path: Path) -> None:
    later = {**other(), MANIFEST: b'{"schema_version": 2, "what": "nobody knows"}'}
    found = collected(tmp_path, april=FIRST, later=later)
    assert found.refused[0].why.startswith("Пакет версии 2, а программа знает версию 1.")
    assert found.refused[0].advice == "Обновите программу."


@pytest.mark.parametrize("value", [10**400, "слово"], ids=["huge", "word"])
def test_a_cell_that_no_package_has_spoils_none_but_its_own(tmp_path: Path, value: object) -> None:
    shape = json.loads(other()["summary.json"])
    shape["tables"][2]["rows"][0]["cells"][2]["value"] = value
    odd = sealed({**other(), "summary.json": json.dumps(shape).encode()})
    found = collected(tmp_path, april=FIRST, odd=odd)
    assert fates(found) == {"april": Fate.COUNTED, "odd": Fate.REFUSED}


def test_a_folder_without_packages_is_told(tmp_path: Path) -> None:
    with pytest.raises(NothingToCollectError):
        collect([tmp_path])
    with pytest.raises(UsageError):
        collect([tmp_path / "nowhere"])
