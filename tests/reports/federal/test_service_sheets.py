"""The service sheets tell what has changed, what each figure means, that the tables agree, how much is hidden."""

from dataclasses import replace

from reports.disclosure.draft import Mark
from reports.disclosure.release import release
from reports.federal.definitions import FIGURES
from reports.federal.service_sheets import AGREES, DISAGREES, IN_PART, agreements, changed, service_sheets
from reports.figures.catalogue import INDICATORS
from tests.reports.federal.released import K, before, cells, draft, head, released


def method() -> dict[str, tuple[object, ...]]:
    return dict(service_sheets(released())[1].rows)


def test_every_indicator_is_defined() -> None:
    assert set(FIGURES) == {one.id for one in INDICATORS}
    assert all(f"Показатель: {one.id} {one.title}" in method() for one in INDICATORS)


def test_every_equality_agrees_with_hidden_numbers_respected() -> None:
    found = {key: row[2] for key, row in method().items() if key.startswith("Равенство")}
    assert len(found) >= 15
    assert set(found.values()) == {AGREES, IN_PART}
    assert found["Равенство: Таблица 5, «Зачислено»: «Всего» = сумма строк"] == IN_PART


def test_an_equality_that_does_not_hold_is_told() -> None:
    spoiled = cells() | {"3/Всего/Зачислено": 221}
    assert DISAGREES in agreements(spoiled, released().sums, released().same).values()


def test_the_number_of_hidden_cells_is_told() -> None:
    hidden = sum(value is Mark.HIDDEN for value in cells().values())
    assert hidden == len(released().hidden) > 0
    assert method()["Скрыто: Ячеек со словом «скрыто»"][2] == hidden


def test_the_first_package_has_changed_nothing() -> None:
    assert service_sheets(released())[0].rows == ()


def test_changes_are_told_with_what_was_and_what_is() -> None:
    was = cells() | {"2/K01/Факт": 245, "5/Староярский муниципальный округ/Зачислено": Mark.HIDDEN}
    again = release(replace(draft(), before=before(was)), (), K)
    rows = dict(service_sheets(again)[0].rows)
    assert rows["2/K01/Факт"][:5] == ("2", "K01", "Факт", 245, 252)
    assert rows["5/Староярский муниципальный округ/Зачислено"][3:5] == (Mark.HIDDEN, 7)
    assert len(rows) == 2


def test_a_correction_tells_its_reason_beside_every_change() -> None:
    sheet = draft().tables[0]
    corrected = replace(
        draft(), head=head(correction=1, reason="исправлены заявки"), before=before(cells() | {"2/K01/Факт": 1})
    )
    passport = replace(
        sheet,
        rows=tuple(
            replace(row, cells=(row.key, "исправлены заявки")) if row.key == "Причина уточнения" else row
            for row in sheet.rows
        ),
    )
    made = release(replace(corrected, tables=(passport, *draft().tables[1:])), (), K)
    assert {row[5] for _, row in service_sheets(made)[0].rows} == {"исправлены заявки"}


def test_columns_of_the_package_before_are_no_changes() -> None:
    assert list(changed({"2/K01/Изменение": 1, "1/Номер письма/Значение": "1"}, {"2/K01/Изменение": 2})) == []
