"""A new register, column, rule or report is one file and one line, as README says; tried on a copy of the project."""

import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.sync.offices import build, team

ROOT = Path(__file__).parent.parent

VISITS = '''"""VISIT — visits of teams to sites."""

from config.columns import Need, column
from config.kinds import Code, Ref, RussianDate
from config.register import Record, Register


class Visit(Record):
    """Посещение площадки командой."""

    id: Code = column("Код", need=Need.REQUIRED)
    team: Ref = column("Команда", need=Need.REQUIRED, refers="TEAM")
    held: RussianDate = column("Дата", need=Need.REQUIRED, past_only=True)


VISIT = Register(key="VISIT", tab="Посещения площадок", prefix="ПС", record=Visit, owner="R3", workbook="Посещения")
'''

TASKS = '''"""Rules on tasks of teams."""

from collections.abc import Iterator

from config.registers.teams import Team
from validators.office import Scene
from validators.remark import Severity
from validators.rule import Complaint, rule


@rule("X60", Severity.WARNING, "У команды есть задача региона")
def a_team_has_a_task(scene: Scene) -> Iterator[Complaint]:
    """Впишите задачу, которую решает проект команды."""
    for team in scene.office[Team].living():
        if team.task is None:
            yield Complaint(team, "task", "У команды не указана задача региона.")
'''

TEAMS_REPORT = '''"""«Отчёт. Список команд»: the teams and their stages."""

from config.registers.teams import Team
from reports.facts import Facts
from reports.report import Field, Listing, Recipe, Report


def compose(facts: Facts) -> tuple[Report, ...]:
    """One line a team."""
    rows = tuple((team.id, team.name, team.stage) for team in facts.scene.office[Team].living())
    fields = (Field("Код", 10), Field("Команда", 40), Field("Стадия", 20))
    return (Report("Отчёты", "Отчёт. Список команд", (Listing("Команды", fields, rows),)),)


TEAMS = Recipe("Список команд", compose)
'''


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project under git, and a small office beside it."""
    project = tmp_path / "project"
    for name in ("config", "validators", "reports", "sync"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "-c", "user.name=t", "-c", "user.email=t@example.ru", "commit", "-qm", "before")
    build(tmp_path / "office", teams=[team(number) for number in (1, 2)], today=date(2026, 4, 15))
    return project


def git(project: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=project, capture_output=True, text=True, check=True)
    return done.stdout


def rpo(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    office = project.parent / "office"
    command = [sys.executable, "-m", "sync", *words, "--office", str(office)]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def add_line(path: Path, after: str, line: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert after in text
    path.write_text(text.replace(after, f"{after}\n{line}", 1), encoding="utf-8")


def changed(project: Path) -> list[str]:
    """File and its added and removed lines, of everything that is not a new file; then the new files."""
    git(project, "add", "-A")
    return sorted(git(project, "diff", "--cached", "--numstat").splitlines())


def test_a_register_is_one_file_and_one_line(copy: Path) -> None:
    (copy / "config" / "registers" / "visits.py").write_text(VISITS, encoding="utf-8")
    add_line(
        copy / "config" / "registers" / "__init__.py",
        "from config.registers.teams import TEAM",
        "from config.registers.visits import VISIT",
    )
    assert len(changed(copy)) == 2
    assert "1\t0\tconfig/registers/__init__.py" in changed(copy)
    assert "Посещения площадок" in rpo(copy, "registers").stdout
    settings = copy.parent / "office" / "office.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('"MENT"]', '"MENT", "VISIT"]'), encoding="utf-8")
    remarks = [json.loads(line) for line in rpo(copy, "check", "--json").stdout.splitlines()]
    assert [(one["code"], one["register"]) for one in remarks] == [("S1", "VISIT")]


def test_a_column_is_one_line(copy: Path) -> None:
    add_line(
        copy / "config" / "registers" / "teams.py",
        '    name: Text = column("Название команды", need=Need.REQUIRED, former=("Команда", "Наименование команды"))',
        '    motto: Text = column("Девиз", need=Need.REQUIRED)',
    )
    assert changed(copy) == ["1\t0\tconfig/registers/teams.py"]
    remarks = [json.loads(line) for line in rpo(copy, "check", "--json").stdout.splitlines()]
    assert [(one["code"], one["column"]) for one in remarks] == [("S3", "Девиз")]


def test_a_rule_is_one_file_and_one_line(copy: Path) -> None:
    (copy / "validators" / "rules" / "tasks.py").write_text(TASKS, encoding="utf-8")
    add_line(
        copy / "validators" / "rules" / "__init__.py",
        "from validators.rules.declared import references_lead_to_records",
        "from validators.rules.tasks import a_team_has_a_task",
    )
    assert len(changed(copy)) == 2
    assert "1\t0\tvalidators/rules/__init__.py" in changed(copy)
    remarks = [json.loads(line) for line in rpo(copy, "check", "--json").stdout.splitlines()]
    assert [(one["code"], one["id"]) for one in remarks] == [("X60", "КМ-0001"), ("X60", "КМ-0002")]
    assert "X60" in rpo(copy, "rules").stdout


def test_a_report_is_one_file_and_one_line(copy: Path) -> None:
    (copy / "reports" / "teams.py").write_text(TEAMS_REPORT, encoding="utf-8")
    add_line(copy / "reports" / "catalogue.py", "from reports.state import STATE", "from reports.teams import TEAMS")
    assert len(changed(copy)) == 2
    assert "1\t0\treports/catalogue.py" in changed(copy)
    done = rpo(copy, "sync")
    assert done.returncode == 0, done.stderr
    import openpyxl

    book = openpyxl.load_workbook(copy.parent / "office" / "reports" / "Отчёты.xlsx")
    values = [cell.value for row in book["Отчёт. Список команд"].iter_rows() for cell in row]
    assert "Команда 2" in values
