"""The bundle for a machine without internet: what is chosen for a platform, what its scripts are like, what they refuse."""

import hashlib
import json
import sys
import tomllib
from pathlib import Path

import pytest

from benchmarks.bundle import BUNDLED, PYTHONS, TARGETS, pack, put_texts, requirements
from benchmarks.bundled.install import START, SUMS, main

ROOT = Path(__file__).parent.parent
MINE = f"{sys.version_info.major}.{sys.version_info.minor}"
WHEEL = "rpo-9.8.7-py3-none-any.whl"


def bundle(folder: Path, target: str, pythons: tuple[str, ...] = (MINE,)) -> Path:
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    (wheels / WHEEL).write_bytes(b"our wheel")
    put_texts(folder, TARGETS[target], pythons, WHEEL)
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bundle(tmp_path_factory.mktemp("made") / "rpo-windows", "windows", PYTHONS)


@pytest.mark.parametrize("target", TARGETS)
def test_each_python_gets_the_versions_that_are_locked_for_it(target: str) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    numpy = {
        python: [
            line for line in requirements(lock, TARGETS[target], python).splitlines() if line.startswith("numpy==")
        ]
        for python in PYTHONS
    }
    assert all(len(found) == 1 for found in numpy.values())
    assert numpy["3.12"] == numpy["3.13"] != numpy["3.11"]


def test_what_is_only_for_another_platform_is_left_out() -> None:
    lock = 'colour==1.0 ; sys_platform == "win32" \\\n    --hash=sha256:aa\nall==2.0 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n'
    assert (
        requirements(lock, TARGETS["linux"], "3.12") == "all==2.0 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
    )
    assert requirements(lock, TARGETS["windows"], "3.12").startswith("colour==1.0 \\\n    --hash=sha256:aa\n")


def test_cmd_reads_its_scripts_and_notepad_the_readme(made: Path) -> None:
    for name in ("install.cmd", "update.cmd"):
        script = (made / name).read_bytes()
        assert script.isascii()
        assert script.startswith(b"@echo off\r\n")
        assert script.count(b"\n") == script.count(b"\r\n")
    readme = (made / "README.txt").read_bytes()
    assert readme.startswith(b"\xef\xbb\xbf")
    assert "Python 3.11, 3.12, 3.13" in readme.decode("utf-8-sig")
    assert "{" not in readme.decode("utf-8-sig")


def test_the_scripts_name_every_python_of_the_bundle() -> None:
    for name in ("install.cmd", "install.sh", "no-python.txt"):
        text = (BUNDLED / name).read_text(encoding="utf-8")
        assert all(python in text for python in PYTHONS), name


def test_no_index_and_no_path_of_a_machine_stand_in_what_we_wrote(made: Path) -> None:
    for path in made.iterdir():
        if path.is_file() and path.suffix != ".md":
            text = path.read_text(encoding="utf-8")
            assert "://" not in text, path.name
            assert str(ROOT) not in text, path.name


def test_the_sums_are_those_of_all_files(made: Path) -> None:
    lines = [line.partition("  ") for line in (made / SUMS).read_text(encoding="utf-8").splitlines()]
    told = {name: digest for digest, _, name in lines}
    files = {path.relative_to(made).as_posix(): path for path in made.rglob("*") if path.is_file()}
    assert told.keys() == files.keys() - {SUMS}
    assert all(hashlib.sha256(files[name].read_bytes()).hexdigest() == told[name] for name in told)


def test_the_same_files_give_the_same_archive(made: Path, tmp_path: Path) -> None:
    pack(made, tmp_path / "one.zip")
    for path in made.rglob("*"):
        path.touch()
    pack(made, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_damaged_bundle_is_refused_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = bundle(tmp_path / "bundle", "linux")
    (here / "wheels" / WHEEL).write_bytes(b"another wheel")
    monkeypatch.setattr("benchmarks.bundled.install.HERE", here)
    assert main([str(tmp_path / "rpo")]) == 1
    assert f"wheels/{WHEEL} повреждён или пропал" in capsys.readouterr().err
    assert not (tmp_path / "rpo").exists()


def test_another_python_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("benchmarks.bundled.install.HERE", bundle(tmp_path / "bundle", "linux", ("3.9",)))
    assert main([str(tmp_path / "rpo")]) == 1
    assert f"Python {MINE} (64 разряда)" in capsys.readouterr().err
    assert not (tmp_path / "rpo").exists()


def test_installing_twice_and_updating_nothing_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("benchmarks.bundled.install.HERE", bundle(tmp_path / "bundle", "linux"))
    assert main([str(tmp_path / "rpo"), "--update"]) == 1
    assert "обновлять нечего" in capsys.readouterr().err
    (tmp_path / "rpo").mkdir()
    (tmp_path / "rpo" / START).write_text("как было", encoding="utf-8")
    assert main([str(tmp_path / "rpo")]) == 1
    assert "уже установлена" in capsys.readouterr().err
    assert (tmp_path / "rpo" / START).read_text(encoding="utf-8") == "как было"


def test_a_version_that_is_there_is_not_installed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = bundle(tmp_path / "bundle", "linux")
    monkeypatch.setattr("benchmarks.bundled.install.HERE", here)
    home = f"venv-9.8.7-{hashlib.sha256((here / SUMS).read_bytes()).hexdigest()[:8]}"
    (tmp_path / "rpo").mkdir()
    (tmp_path / "rpo" / START).write_text(home, encoding="utf-8")
    assert main([str(tmp_path / "rpo"), "--update"]) == 0
    assert "уже установлена" in capsys.readouterr().out
    assert [path.name for path in (tmp_path / "rpo").iterdir()] == [START]
    assert json.loads((here / "bundle.json").read_text(encoding="utf-8"))["wheel"] == WHEEL


def test_all_that_is_not_code_goes_into_the_wheel() -> None:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    for floor in ("config", "validators", "reports", "sync"):
        taken = {path for mask in data.get(floor, ()) for path in (ROOT / floor).glob(mask)}
        found = {path for path in (ROOT / floor).rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}}
        assert found <= taken, found - taken
