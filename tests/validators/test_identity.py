"""Who a row is: codes, missing codes, repeated codes, ids issued by key."""

from config.settings import Keeping
from tests.text_tables import codes, read

HEAD = (
    "Код | Название команды | Приоритетное направление | Студент-лидер/тьютор | Наставники | Дата формирования | Стадия"
)
REST = "ПН-0001 | СТ-0001 | НС-0001 | #45931 | Идея"


def test_a_missing_code_names_the_next_free_one() -> None:
    parsed = read(
        "TEAM", f"{HEAD}\nКМ-0007 | Вектор | {REST}\nКМ-0008 | Поиск | {REST}\n | Исток | {REST}\nКМ-0009 | | | | | |"
    )
    (remark,) = parsed.remarks
    assert (remark.code, remark.place.cell, remark.severity) == ("C01", "A4", "error")
    assert "КМ-0010" in remark.advice
    assert parsed.table is not None
    assert len(parsed.table.counted) == 3


def test_a_row_without_code_is_followed_by_its_natural_key() -> None:
    first = read("TEAM", f"{HEAD}\nКМ-0007 | Вектор | {REST}\nКМ-0008 | Поиск | {REST}\n | Исток | {REST}")
    moved = read("TEAM", f"{HEAD}\n | Исток | {REST}\nКМ-0007 | Вектор | {REST}\nКМ-0008 | Поиск | {REST}")
    assert first.remarks[0].fingerprint == moved.remarks[0].fingerprint
    assert first.remarks[0].place.id is None


def test_a_row_with_neither_code_nor_name_does_not_stand() -> None:
    parsed = read("TEAM", f"{HEAD}\nКМ-0007 | Вектор | {REST}\nКМ-0008 | Поиск | {REST}\n | | {REST}")
    assert [(one.code, one.severity) for one in parsed.remarks] == [("C01", "critical")]
    assert parsed.table is not None
    assert len(parsed.table.counted) == 2


def test_a_repeated_code_is_said_at_the_later_row_which_does_not_stand() -> None:
    parsed = read("TEAM", f"{HEAD}\nКМ-0007 | Вектор | {REST}\nKM-7 | Поиск | {REST}")
    repeated = [one for one in parsed.remarks if one.code == "C05"]
    assert [(one.severity, one.place.cell) for one in repeated] == [("critical", "A3")]
    assert parsed.table is not None
    assert len(parsed.table.counted) == 1


def test_a_mostly_empty_code_column_is_one_remark() -> None:
    parsed = read("TEAM", f"{HEAD}\nКМ-0007 | Вектор | {REST}\n | Поиск | {REST}\n | Исток | {REST}")
    assert codes(parsed.remarks) == ["S10"]


def test_a_code_of_another_register_is_said_and_the_row_still_counts() -> None:
    parsed = read("TEAM", f"{HEAD}\nШК-0007 | Вектор | {REST}\nКМ-0008 | Поиск | {REST}")
    assert [(one.code, one.place.cell) for one in parsed.remarks] == [("C12", "A2")]
    assert parsed.table is not None
    assert len(parsed.table.counted) == 2


def test_a_table_without_codes_gets_ids_that_stay() -> None:
    keeping = Keeping(key=("Название команды",))
    text = f"{HEAD.removeprefix('Код | ')}\nВектор | {REST}\nПоиск | {REST}"
    first = read("TEAM", text, keeping)
    assert codes(first.remarks) == ["S10"]
    assert first.remarks[0].severity == "warning"
    assert first.table is not None
    assert first.table.ids == ("КМ-0001", "КМ-0002")
    from tests.text_tables import BY_KEY, grid
    from validators.parse import parse

    again = parse(
        grid(f"{HEAD.removeprefix('Код | ')}\nИсток | {REST}\nПоиск | {REST}"),
        BY_KEY["TEAM"],
        keeping,
        None,
        first.issued,
    )
    assert again.table is not None
    assert again.table.ids == ("КМ-0003", "КМ-0002")


def test_a_repeated_key_is_said_and_not_counted_twice() -> None:
    keeping = Keeping(key=("Название команды",))
    parsed = read("TEAM", f"{HEAD.removeprefix('Код | ')}\nВектор | {REST}\nВектор | {REST}", keeping)
    assert codes(parsed.remarks) == ["S10", "C05"]
    assert parsed.table is not None
    assert len(parsed.table.counted) == 1
