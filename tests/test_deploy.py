"""What an administrator puts on his machine is understood there: units by systemd, the compose file by its program."""

import shutil
import subprocess
from pathlib import Path

import pytest

DEPLOY = Path(__file__).parent.parent / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd on this machine")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_understands_the_unit(tmp_path: Path, unit: Path) -> None:
    text = unit.read_text(encoding="utf-8").replace("/opt/rpo/.venv/bin/rpo", "/bin/true")
    copy = tmp_path / unit.name.replace("@", "@1")
    copy.write_text(text.replace("Documentation=file:/opt/rpo/docs/service.md\n", ""), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", copy], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_unit_is_named_in_the_guide() -> None:
    guide = (DEPLOY.parent / "docs" / "service.md").read_text(encoding="utf-8")
    assert len(UNITS) == 3
    assert all(f"deploy/{unit.name}" in guide for unit in UNITS)


@pytest.mark.skipif(shutil.which("docker-compose") is None, reason="there is no docker-compose on this machine")
def test_compose_understands_the_file() -> None:
    command = ["docker-compose", "-f", str(DEPLOY / "compose.yaml"), "--profile", "many", "config", "--services"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.split()) == ["postgres", "rpo", "worker"]
