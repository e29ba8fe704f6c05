"""The house stands: floors import downward only, nothing mentions a machine, the locks are clean."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = ("config", "validators", "reports", "sync")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


def test_floors_import_downward_only() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("floor", "line"),
    [("config", "import validators.remark"), ("validators", "import reports.report"), ("reports", "import sync.cli")],
)
def test_a_planted_upward_import_is_found(tmp_path: Path, floor: str, line: str) -> None:
    for name in FLOORS:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / floor / "planted.py").write_text(f'"""Planted."""\n\n{line}\n', encoding="utf-8")
    result = lint_imports(tmp_path)
    assert result.returncode != 0
    assert f"{floor}.planted" in result.stdout


def test_only_the_four_floors_are_packages() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages <= {*FLOORS, "benchmarks"}


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert "://" not in text
    assert "index" not in text
    assert "find-links" not in text


def test_every_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for dependency in project["dependencies"]:
        assert f"{dependency.split('>=')[0]}==" in lock


def test_every_module_opens_with_its_idea() -> None:
    for floor in FLOORS:
        for path in (ROOT / floor).rglob("*.py"):
            assert path.read_text(encoding="utf-8").startswith('"""'), path


def test_no_module_is_a_drawer_and_none_is_too_long() -> None:
    for floor in FLOORS:
        for path in (ROOT / floor).rglob("*.py"):
            assert path.stem not in {"utils", "helpers", "common", "misc"}, path
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 260, path


EFFECTS = {"write_bytes", "write_text", "rename", "unlink", "rmdir", "rmtree", "copyfileobj", "copytree", "move"}
STEPPED = {
    "sync/files.py", "sync/state/sqlite.py", "sync/moving/exporting.py", "sync/moving/parcel.py",   # named steps
    "sync/moving/importing.py", "sync/founding.py",   # an office that is not there yet
    "sync/office_program.py",   # a folder of its own
}  # fmt: skip
"""Modules that may touch files themselves; whoever else writes, writes by `sync/files.py`, in named steps."""


def effects_in(path: Path) -> list[str]:
    """What a module does to files by itself: a call of a verb of writing, or a file opened for writing."""
    found = []
    for call in (one for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(one, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        modes = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        opened = name == "open" and any(set(mode) <= set("wxabrt+") and set(mode) & set("wxa") for mode in modes)
        moved = name == "replace" and len(call.args) == 1 and not call.keywords
        if name in EFFECTS or opened or moved:
            found.append(f"{path.relative_to(ROOT)}:{call.lineno} {name}")
    return found


def test_nothing_is_written_past_the_named_steps() -> None:
    modules = [path for path in (ROOT / "sync").rglob("*.py") if "demo" not in path.relative_to(ROOT).parts]
    assert {str(path.relative_to(ROOT)) for path in modules} >= STEPPED
    strangers = [one for path in modules if str(path.relative_to(ROOT)) not in STEPPED for one in effects_in(path)]
    assert strangers == []
