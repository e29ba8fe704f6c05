"""An office examined: what is noticed, what is not, what is said besides; the office itself stays untouched."""

import json
from argparse import Namespace
from pathlib import Path

import pytest

from sync.cli import main
from sync.desk import open_desk
from sync.selftest.examining import Result, Task, examine
from sync.selftest.judging import Verdict
from sync.selftest.kinds import own_kinds, parse_kinds
from sync.selftest.scores import as_json, as_markdown, as_text, is_clean, score
from sync.selftest.subject import Subject, subject_of
from tests.sync.coded import build_coded
from tests.sync.offices import build, bytes_of, mentor, write_book

NOTICED, MISSED, OTHERWISE = Verdict.CAUGHT, Verdict.MISSED, Verdict.OTHERWISE


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six teams and six mentors; the phone of the first mentor is wrong already."""
    folder = tmp_path_factory.mktemp("office")
    build(folder)
    write_book(folder, ["MENT"], {"MENT": [{**mentor(1), "Телефон": "12"}, *map(mentor, range(2, 7))]})
    return folder


@pytest.fixture(scope="module")
def subject(office: Path) -> Subject:
    return subject_of(open_desk(Namespace(office=str(office), today=None)), quiet=True)


def kind(body: str, name: str = "вид") -> str:
    return f'[[kind]]\nname = "{name}"\nline = "1"\n{body}\n'


def examined(subject: Subject, body: str, places: int = 2) -> Result:
    (result,) = examine(subject, parse_kinds(kind(body), "виды.toml"), Task(places))
    return result


SHORT_PHONE = 'where = ["MENT.Телефон"]\ndo = "type"\nwith = { text = "8(912)34" }\n'


def verdicts(result: Result) -> list[Verdict]:
    return [case.verdict for case in result.cases]


def test_a_mistake_with_a_right_code_is_noticed(subject: Subject) -> None:
    result = examined(subject, SHORT_PHONE + 'caught = ["C14"]')
    assert verdicts(result) == [NOTICED, NOTICED]
    assert [case.right for case in result.cases] == [("C14",), ("C14",)]


def test_a_row_that_is_remarked_already_is_not_taken(subject: Subject) -> None:
    result = examined(subject, SHORT_PHONE + 'caught = ["C14"]', places=100)
    assert sorted(str(case.id) for case in result.cases) == [f"НС-{number:04d}" for number in range(2, 7)]


def test_another_code_is_not_the_right_one(subject: Subject) -> None:
    result = examined(subject, SHORT_PHONE + 'caught = ["C02"]')
    assert verdicts(result) == [OTHERWISE, OTHERWISE]
    assert [case.alarms for case in result.cases] == [("C14",), ("C14",)]


def test_a_code_that_may_follow_is_no_false_alarm(subject: Subject) -> None:
    result = examined(subject, SHORT_PHONE + 'caught = ["C02"]\nalso = ["C14"]')
    assert verdicts(result) == [MISSED, MISSED]
    assert [case.alarms for case in result.cases] == [(), ()]


def test_a_right_code_at_another_place_is_not_enough(subject: Subject) -> None:
    body = 'where = ["TEAM.Наставники"]\ndo = "empty"\ncaught = ["S3"]\n'
    assert verdicts(examined(subject, body)) == [OTHERWISE, OTHERWISE]


def test_a_mistake_of_the_tab_is_noticed_on_the_tab(subject: Subject) -> None:
    body = 'where = ["TEAM.Стадия"]\ndo = "drop_column"\ncaught = ["S3"]\nat = "tab"\n'
    assert verdicts(examined(subject, body)) == [NOTICED]


def test_what_is_understood_silently_is_noticed(subject: Subject) -> None:
    body = 'where = ["MENT.Фамилия"]\ndo = "spell"\nwith = { how = "upper" }\nsilent = true\n'
    assert verdicts(examined(subject, body)) == [NOTICED, NOTICED]


def test_what_is_read_otherwise_is_missed_though_nothing_is_said(subject: Subject) -> None:
    body = 'where = ["MENT.Фамилия"]\ndo = "type"\nwith = { text = "Иванов" }\nsilent = true\n'
    result = examined(subject, body)
    assert verdicts(result) == [MISSED, MISSED]
    assert all(case.read_otherwise for case in result.cases)


def test_a_question_about_what_should_be_understood_is_a_false_alarm(subject: Subject) -> None:
    assert verdicts(examined(subject, SHORT_PHONE + "silent = true")) == [OTHERWISE, OTHERWISE]


def test_the_value_that_must_be_read_is_compared(subject: Subject) -> None:
    body = 'where = ["MENT.Телефон"]\ndo = "type"\nwith = { text = "8 (3452) 12-34-56" }\nsilent = true\n'
    assert verdicts(examined(subject, body + 'reads = "+73452123456"')) == [NOTICED, NOTICED]
    assert verdicts(examined(subject, body + 'reads = "+73452123457"')) == [MISSED, MISSED]


def test_conditions_choose_the_rows(subject: Subject) -> None:
    body = 'where = ["TEAM.Стадия"]\ndo = "type"\nwith = { text = "Почти" }\ncaught = ["C03"]\n'
    assert len(examined(subject, body + 'when = { "Стадия" = "Идея" }').cases) == 2
    assert not examined(subject, body + 'when = { "Стадия" = "Закрыт" }').cases


def test_only_rows_that_are_referred_to_are_taken(subject: Subject) -> None:
    body = 'where = ["MENT.Должность"]\ndo = "empty"\ncaught = ["C01"]\nused_in = ["{}"]\n'
    assert len(examined(subject, body.format("TEAM.Наставники")).cases) == 2
    assert not examined(subject, body.format("MENT.Решение")).cases
    ripe = 'used_when = { "Стадия" = "Закрыт" }\n'
    assert not examined(subject, body.format("TEAM.Наставники") + ripe).cases
    assert not examined(subject, body.replace("used_in", "unused_in").format("TEAM.Наставники")).cases


def test_an_empty_cell_is_taken_only_when_asked_for(subject: Subject) -> None:
    body = 'where = ["MENT.Примечание"]\ndo = "type"\nwith = { text = "тел. 8 912 555-01-42" }\ncaught = ["X43"]\n'
    assert not examined(subject, body).cases
    assert verdicts(examined(subject, body + "blank = true")) == [NOTICED, NOTICED]


def test_a_mistake_may_be_made_in_several_rows_at_once(subject: Subject) -> None:
    body = SHORT_PHONE + 'caught = ["C14"]\nrows = 2'
    assert examined(subject, body, places=1).cases[0].right == ("C14",) * 2


def test_a_mistake_in_all_rows_is_made_once(subject: Subject) -> None:
    (case,) = examined(subject, SHORT_PHONE + 'caught = ["C14"]\nrows = "all"').cases
    assert len(case.right) == 5


def test_a_mistake_that_needs_a_history_is_made_after_an_accepted_update(subject: Subject) -> None:
    body = 'where = ["TEAM"]\ndo = "rename_tab"\nwith = { to = "Лист1" }\ncaught = ["F08"]\nat = "tab"\n'
    assert verdicts(examined(subject, body + "history = true")) == [NOTICED]
    assert verdicts(examined(subject, body)) == [OTHERWISE]


def test_a_register_that_is_not_kept_is_nowhere_to_make_mistakes(subject: Subject) -> None:
    result = examined(subject, 'where = ["SCH.Имя"]\ndo = "empty"\ncaught = ["C01"]')
    assert not result.cases
    assert "негде" in as_text([result])


def test_the_same_seed_takes_the_same_places(subject: Subject) -> None:
    trials = parse_kinds(kind(SHORT_PHONE + 'caught = ["C14"]'), "виды.toml")
    first, second, other = (examine(subject, trials, Task(3, seed))[0].cases for seed in (1, 1, 2))
    assert first == second
    assert first != other


def test_shares_are_counted(subject: Subject) -> None:
    right, wrong = (examined(subject, SHORT_PHONE + f'caught = ["{code}"]') for code in ("C14", "C02"))
    both = score([*right.cases, *wrong.cases])
    assert (both.places, both.caught, both.otherwise, both.recall, both.precision) == (4, 2, 2, 50.0, 50.0)
    assert is_clean([right])
    assert not is_clean([right, wrong])


def test_the_tables_hold_a_line_a_kind(subject: Subject) -> None:
    results = [examined(subject, SHORT_PHONE + 'caught = ["C14"]')]
    assert [line.split() for line in as_text(results).splitlines() if line.startswith("вид ")] == [
        ["вид", "§7,", "1", "2", "2", "0", "0", "0", "100", "100"]
    ]
    assert "| вид | §7, 1 | 2 | 2 | 0 | 0 | 0 | 100 | 100 |" in as_markdown(results)
    assert as_json(results)["total"] == {
        "kinds": 1, "places": 2, "caught": 2, "missed": 0, "otherwise": 0, "recall": 100.0, "precision": 100.0,
        "right": {"C14": 2}, "alarms": {},
    }  # fmt: skip


def test_names_that_are_kept_apart_are_spoiled_in_their_own_file(tmp_path: Path) -> None:
    coded = subject_of(open_desk(Namespace(office=str(build_coded(tmp_path / "office")), today=None)), quiet=True)
    assert verdicts(examined(coded, SHORT_PHONE + 'caught = ["C14"]')) == [NOTICED, NOTICED]
    body = 'where = ["MENT.Фамилия"]\ndo = "sort_column"\ncaught = ["S13"]'
    assert not examined(coded, body).cases
    assert len(examine(coded, own_kinds(), Task(1))) == len(own_kinds())


def test_the_command_adds_the_kinds_of_a_file_and_changes_nothing(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "виды.toml").write_text(kind(SHORT_PHONE + 'caught = ["C14"]', "Свой вид"), encoding="utf-8")
    before = bytes_of(office)
    code = main(
        ["selftest", "--office", str(office), "--places", "1", "--kinds", str(tmp_path / "виды.toml"), "--json"]
    )
    told = json.loads(capsys.readouterr().out)
    assert bytes_of(office) == before
    assert code == 1
    assert told["total"]["kinds"] > 50
    assert told["kinds"][-1]["name"] == "Свой вид"
    assert told["kinds"][-1]["caught"] == 1
    assert "Горин" not in json.dumps(told, ensure_ascii=False)


def test_a_wrong_file_of_kinds_ends_the_command(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "виды.toml").write_text(
        kind('where = ["MENT.Имя"]\ndo = "спутать"\ncaught = ["C13"]'), encoding="utf-8"
    )
    assert main(["selftest", "--office", str(office), "--kinds", str(tmp_path / "виды.toml")]) == 2
    assert "виды.toml, строка 5: способа ошибиться «спутать» нет." in capsys.readouterr().err


def test_no_place_at_all_is_a_wrong_command(office: Path) -> None:
    assert main(["selftest", "--office", str(office), "--places", "0"]) == 2
