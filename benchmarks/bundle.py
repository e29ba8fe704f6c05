"""`make bundle`: an offline .zip to install rpo from, for Windows or Linux, with the wheels of every locked dependency.

`python -m benchmarks.bundle windows|linux [--python 3.12]`. Wheels come from the usual index of pip, by the hashes of
requirements.lock; all else is made here. The same sources give the same .zip, but for the wheels' own age.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).parent.parent
BUNDLED = Path(__file__).parent / "bundled"
LOCK = "requirements.lock"
SUMS = "SHA256SUMS"
PYTHONS = ("3.11", "3.12", "3.13")
EPOCH = "315532800"
"""The first day that a .zip can tell: nothing in the bundle depends on when it was made."""

_FLOORS = ("config", "validators", "reports", "sync")


@dataclass(frozen=True)
class Target:
    """A platform: its name in the bundle, pip's tags of it, what markers see there, and the words of README.txt."""

    name: str
    tags: tuple[str, ...]
    markers: Mapping[str, str]
    files: tuple[str, ...]
    words: Mapping[str, str]
    bom: bytes = b""
    newline: str = "\n"


_MANYLINUX = ("manylinux_2_28", "manylinux_2_27", "manylinux_2_17", "manylinux2014", "manylinux2010", "manylinux1")
TARGETS = {
    "windows": Target(
        "windows-x64",
        ("win_amd64",),
        {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows", "platform_machine": "AMD64"},
        ("install.cmd", "update.cmd"),
        {
            "platform": "Windows x64", "install": "install.cmd", "update": "update.cmd",
            "usual": "%LOCALAPPDATA%\\rpo", "start": "%LOCALAPPDATA%\\rpo\\rpo.cmd",
        },
        b"\xef\xbb\xbf",
        "\r\n",
    ),
    "linux": Target(
        "linux-x64",
        tuple(f"{one}_x86_64" for one in _MANYLINUX),
        {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux", "platform_machine": "x86_64"},
        ("install.sh", "update.sh"),
        {
            "platform": "Linux x86-64", "install": "sh install.sh", "update": "sh update.sh",
            "usual": "~/rpo", "start": "~/rpo/rpo",
        },
    ),
}  # fmt: skip


def requirements(lock: str, target: Target, python: str) -> str:
    """The part of the lock that is installed on the target with this Python, without markers."""
    cpython = {"platform_python_implementation": "CPython", "implementation_name": "cpython"}
    seen = {**target.markers, **cpython, "python_version": python, "python_full_version": f"{python}.0"}
    kept = []
    for entry in re.findall(r"^\S[^\n]*(?:\n[ \t]+[^\n]*)*", lock, re.MULTILINE):
        first, _, hashes = entry.partition("\n")
        wanted, _, marker = first.removesuffix("\\").partition(";")
        if not marker or Marker(marker.strip()).evaluate({**seen, "extra": ""}):
            kept.append(f"{wanted.strip()} \\\n{hashes}\n")
    return "".join(kept)


def download(folder: Path, target: Target, pythons: Sequence[str]) -> None:
    """Every locked wheel of the target into the folder; pip says which one there is not."""
    lock = (ROOT / LOCK).read_text(encoding="utf-8")
    for python in pythons:
        with tempfile.TemporaryDirectory() as name:
            wanted = Path(name) / LOCK
            wanted.write_text(requirements(lock, target, python), encoding="utf-8")
            tags = [word for tag in target.tags for word in ("--platform", tag)]
            _pip("download", "--no-deps", "--only-binary=:all:", "--require-hashes", "--python-version", python, *tags,
                 "--dest", str(folder), "-r", str(wanted))  # fmt: skip


def own_wheel(folder: Path) -> str:
    """Builds our wheel out of the sources into the folder and gives its name."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / "rpo"
        for one in (*_FLOORS, "pyproject.toml", "README.md", "LICENSE"):
            source = ROOT / one
            if source.is_dir():
                shutil.copytree(source, copy / one, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / one)
        _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(copy))
    return next(folder.glob("rpo-*.whl")).name


def put_texts(folder: Path, target: Target, pythons: Sequence[str], wheel: str) -> None:
    """Everything but the wheels: the scripts, what they know, the documentation, and the sums of all files."""
    version = wheel.split("-")[1]
    words = {**target.words, "version": version, "pythons": ", ".join(pythons)}
    for name in (*target.files, "install.py", "no-python.txt"):
        _put(folder / name, (BUNDLED / name).read_text(encoding="utf-8"), target.newline)
    readme = (BUNDLED / "README.txt").read_text(encoding="utf-8").format(**words)
    _put(folder / "README.txt", readme, target.newline, target.bom)
    told = {"version": version, "wheel": wheel, "platform": target.name, "pythons": list(pythons)}
    _put(folder / "bundle.json", json.dumps(told, indent=1) + "\n", "\n")
    for name in (LOCK, "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "docs", folder / "docs")
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in _files(folder)]
    _put(folder / SUMS, "".join(sums), "\n")


def pack(folder: Path, archive: Path) -> None:
    """The folder as a .zip, in the order of names and without a time of its own. Wheels are compressed already."""
    with zipfile.ZipFile(archive, "w") as packed:
        for name, path in _files(folder):
            entry = zipfile.ZipInfo(f"{folder.name}/{name}")
            entry.external_attr = (0o755 if path.suffix == ".sh" else 0o644) << 16
            entry.compress_type = zipfile.ZIP_STORED if path.suffix in {".whl", ".png"} else zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())


def make(target: Target, pythons: Sequence[str], out: Path) -> Path:
    """The bundle of a target in the folder `out`."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    out.mkdir(parents=True, exist_ok=True)
    archive = out / f"rpo-{version}-{target.name}.zip"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / archive.stem
        wheels = folder / "wheels"
        wheels.mkdir(parents=True)
        download(wheels, target, pythons)
        put_texts(folder, target, pythons, own_wheel(wheels))
        pack(folder, archive)
    return archive


def _put(path: Path, text: str, newline: str, before: bytes = b"") -> None:
    path.write_bytes(before + text.replace("\n", newline).encode())


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return iter(sorted(found.items()))


def _pip(*words: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *words]
    subprocess.run(command, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH}, check=True)


def main() -> None:
    """Makes the bundle and says how large it is."""
    parser = argparse.ArgumentParser(prog="bundle")
    parser.add_argument("target", choices=TARGETS, nargs="?", default="windows")
    parser.add_argument("--python", action="append", choices=PYTHONS)
    parser.add_argument("--out", type=Path, default=ROOT / "build")
    options = parser.parse_args()
    archive = make(TARGETS[options.target], options.python or PYTHONS, options.out)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    print(f"{archive.name}: {archive.stat().st_size / 2**20:.0f} MB, sha256 {digest}")


if __name__ == "__main__":
    main()
