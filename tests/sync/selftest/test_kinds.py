"""The list of kinds: whole, readable, and clear about what is wrong with a file of somebody else."""

from pathlib import Path

import pytest

from config.errors import UsageError
from sync.selftest.injectors.cells import Type
from sync.selftest.kinds import Target, kinds_with, own_kinds, parse_kinds

ONE = """
[[kind]]
name = "Слово вместо статуса"
line = "37"
where = ["MENT.Статус"]
do = "type"
with = { text = "почти" }
caught = ["C03"]
"""


def test_there_are_far_more_than_sixty_kinds() -> None:
    assert sum(trial.injector is not None for trial in own_kinds()) >= 200


def test_every_line_of_the_list_of_mistakes_is_spoken_of() -> None:
    lines = {trial.kind.line for trial in own_kinds()}
    assert not {str(number) for number in range(1, 71)} - lines


def test_a_mistake_that_is_not_made_says_why() -> None:
    assert {trial.kind.line for trial in own_kinds() if trial.injector is None} == {"65", "66", "67", "69"}
    assert all(trial.kind.why_not for trial in own_kinds() if trial.injector is None)


def test_a_kind_is_read() -> None:
    (trial,) = parse_kinds(ONE, "виды.toml")
    assert trial.injector == Type(text=("почти",))
    assert trial.kind.targets == (Target("MENT", "status"),)
    assert trial.kind.caught == ("C03",)


def test_the_kinds_of_a_file_follow_our_own(tmp_path: Path) -> None:
    (tmp_path / "виды.toml").write_text(ONE, encoding="utf-8")
    assert [trial.kind.name for trial in kinds_with(str(tmp_path / "виды.toml"))][-1] == "Слово вместо статуса"


WHOLE = f"{ONE}{ONE.replace('Слово вместо статуса', 'Другое слово')}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (WHOLE.replace("\nline", "\nlines", 1), "виды.toml, строка 4: ключа «lines» нет, есть «line»."),
        (WHOLE + "colour = 1\n", "виды.toml, строка 17: ключа «colour» нет."),
        (WHOLE + "silent = 5\n", "виды.toml, строка 17: «silent»: нужно true или false."),
        (WHOLE + 'rows = "half"\n', "виды.toml, строка 17: «rows»: "),
        (WHOLE + 'at = "nowhere"\n', "виды.toml, строка 17: «at»: 'row', 'tab' или 'office'."),
        (ONE + ONE, "виды.toml, строка 11: вид «Слово вместо статуса» уже есть."),
        (WHOLE.replace("MENT.", "MENTS.", 1), "виды.toml, строка 5: «where»: реестра «MENTS» нет, есть «MENT»."),
        (
            ONE + WHOLE.replace("Слово", "Знак").replace("MENT.Статус", "MENT.Статуя", 1),
            "виды.toml, строка 13: «where»: в реестре «Наставники» нет столбца «Статуя», есть «Статус».",
        ),
        (WHOLE.replace('"type"', '"tipe"', 1), "виды.toml, строка 6: способа ошибиться «tipe» нет, есть «type»."),
        (ONE.replace('do = "type"\n', ""), "виды.toml, строка 3: способа ошибиться «» нет."),
        (WHOLE.replace("text =", "txt =", 1), "виды.toml, строка 7: ключа «txt» нет, есть «text»."),
        (ONE.replace('{ text = "почти" }', "{}"), "виды.toml, строка 7: укажите text или number."),
        (ONE.replace('caught = ["C03"]', ""), "виды.toml, строка 2: нужны where и caught"),
        (ONE.replace('name = "Слово вместо статуса"\n', ""), "виды.toml, строка 2: «name»: этот ключ обязателен."),
        (ONE.replace('"type"', '"rewrite"').replace('text = "почти"', 'find = "(", to = ""'), "выражение не читается"),
        (
            ONE.replace('"type"', '"cells"').replace('text = "почти"', 'cells = { "Статуя" = "" }'),
            "виды.toml, строка 7: в реестре «Наставники» нет столбца «Статуя»",
        ),
        (
            ONE.replace('"type"', '"swap"').replace('text = "почти"', 'other = "Статуя"'),
            "виды.toml, строка 7: в реестре «Наставники» нет столбца «Статуя»",
        ),
        (
            ONE.replace('"type"', '"refer"').replace('text = "почти"', 'to = "DEC", that = { "Воля" = "" }'),
            "виды.toml, строка 7: в реестре «Решения и поручения» нет столбца «Воля»",
        ),
        (
            ONE.replace('"type"', '"refer"').replace('text = "почти"', 'to = "DECS"'),
            "виды.toml, строка 7: реестра «DECS» нет, есть «DEC».",
        ),
        (ONE + 'when = { "Статуя" = "да" }\n', "в реестре «Наставники» нет столбца «Статуя»"),
        ("[office]\n", "виды.toml, строка 1: нужны только разделы [[kind]]"),
        ("", "виды.toml: нужны только разделы [[kind]]"),
        ("[[kind]\n", "виды.toml не читается: строка 1"),
    ],
)
def test_a_wrong_file_is_told_by_its_line(text: str, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        parse_kinds(text, "виды.toml")
    assert said in raised.value.sentence
    assert raised.value.exit_code == 2


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"нет\.toml» не читается"):
        kinds_with(str(tmp_path / "нет.toml"))
