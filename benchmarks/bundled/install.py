"""Puts rpo into a folder from the wheels that lie beside this file, without network; `--update` renews what is there.

Run by install.cmd and update.cmd, or by install.sh and update.sh: they only look for a Python. Only the standard
library is used. Each version has an environment of its own, and `rpo.cmd` is turned to it last, in one step: an
installation that breaks off leaves the former version as it was.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
WINDOWS = os.name == "nt"
SUMS = "SHA256SUMS"
START = "rpo.cmd" if WINDOWS else "rpo"


class TroubleError(Exception):
    """What stands in the way, and what to do about it."""


def main(argv: Sequence[str]) -> int:
    """0 installed · 1 something is in the way, and nothing was changed."""
    parser = argparse.ArgumentParser(prog="install", description="Установка службы rpo без интернета.")
    parser.add_argument("folder", nargs="?", type=Path, default=_usual(), metavar="ПАПКА", help="куда установить")
    parser.add_argument("--update", action="store_true", help="обновить то, что там установлено")
    options = parser.parse_args(argv)
    try:
        install(HERE, options.folder.resolve(), update=options.update)
    except TroubleError as trouble:
        sys.stderr.write(f"{trouble}\n")
        return 1
    except OSError as trouble:
        sys.stderr.write(f"Не удалось записать: {trouble.strerror}. Ничего не изменено; проверьте права и место.\n")
        return 1
    return 0


def install(bundle: Path, folder: Path, *, update: bool) -> None:
    """Installs the bundle into the folder. Raises TroubleError before anything is turned to the new version."""
    start = folder / START
    if start.exists() and not update:
        raise TroubleError(f"В {folder} служба уже установлена. Обновить её: update.")
    if update and not start.exists():
        raise TroubleError(f"В {folder} службы нет, обновлять нечего. Установить её: install.")
    told = json.loads((bundle / "bundle.json").read_text(encoding="utf-8"))
    _check_python(told["pythons"])
    _check_sums(bundle)
    home = folder / f"venv-{told['version']}-{hashlib.sha256((bundle / SUMS).read_bytes()).hexdigest()[:8]}"
    if start.exists() and home.name in start.read_text(encoding="utf-8"):
        print(f"Эта версия ({told['version']}) уже установлена.")
        return
    folder.mkdir(parents=True, exist_ok=True)
    _fill(home, bundle, told["wheel"])
    _turn(start, home)
    for former in folder.glob("venv-*"):
        if former != home:
            shutil.rmtree(former, ignore_errors=True)
    print(f"Готово: rpo {told['version']} в {folder}.\nПроверить: {start} demo учебный-офис")


def _usual() -> Path:
    return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "rpo"


def _check_python(pythons: Sequence[str]) -> None:
    mine = f"{sys.version_info.major}.{sys.version_info.minor}"
    if mine not in pythons or sys.maxsize < 2**32:
        raise TroubleError(
            f"Здесь Python {mine} ({64 if sys.maxsize > 2**32 else 32} разряда), "
            f"а пакет собран для 64-разрядного {', '.join(pythons)}. Установите один из них."
        )


def _check_sums(bundle: Path) -> None:
    for line in (bundle / SUMS).read_text(encoding="utf-8").splitlines():
        wanted, _, name = line.partition("  ")
        path = bundle / name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            raise TroubleError(f"Файл {name} повреждён или пропал. Распакуйте архив заново, целиком.")


def _fill(home: Path, bundle: Path, wheel: str) -> None:
    print("Создаю среду, это одна-две минуты…", flush=True)
    shutil.rmtree(home, ignore_errors=True)
    venv.create(home, with_pip=True)
    wheels = bundle / "wheels"
    alone = ("--no-index", "--find-links", str(wheels), "--no-deps", "--no-compile")
    _pip(home, *alone, "--require-hashes", "-r", str(bundle / "requirements.lock"))
    _pip(home, *alone, str(wheels / wheel))
    tried = subprocess.run([_python(home), "-X", "utf8", "-m", "sync", "rules"], capture_output=True, check=False)
    if tried.returncode:
        shutil.rmtree(home, ignore_errors=True)
        raise TroubleError(f"Служба не запускается: {tried.stderr.decode('utf-8', 'replace').strip()[-500:]}")


def _pip(home: Path, *words: str) -> None:
    own = {name: value for name, value in os.environ.items() if not name.upper().startswith("PIP_")}
    command = [_python(home), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *words]
    done = subprocess.run(command, env={**own, "PIP_CONFIG_FILE": os.devnull}, capture_output=True, check=False)
    if done.returncode:
        shutil.rmtree(home, ignore_errors=True)
        raise TroubleError(f"Не установилось: {done.stderr.decode('utf-8', 'replace').strip()[-500:]}")


def _python(home: Path) -> str:
    return str(home / ("Scripts/python.exe" if WINDOWS else "bin/python"))


def _turn(start: Path, home: Path) -> None:
    # One line: cmd reads a batch file line by line, so a service that runs is not disturbed by a new one in its place.
    if WINDOWS:
        text = f'@"%~dp0{home.name}\\Scripts\\python.exe" -X utf8 -m sync %* & exit /b\r\n'
    else:
        text = f'#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/{home.name}/bin/python" -X utf8 -m sync "$@"\n'
    beside = start.with_name(f"{start.name}.new")
    beside.write_bytes(text.encode())
    beside.chmod(0o755)
    beside.replace(start)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
