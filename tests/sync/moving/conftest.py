"""One office that has lived and its package, made once; tests copy what they change."""

import shutil
from pathlib import Path

import pytest

from tests.sync.moving.lived import build_lived, export


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The office; nobody may change it."""
    return build_lived(tmp_path_factory.mktemp("lived") / "office")


@pytest.fixture(scope="session")
def whole(lived: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its package; nobody may change it."""
    return export(lived, tmp_path_factory.mktemp("package") / "whole").folder


@pytest.fixture
def package(whole: Path, tmp_path: Path) -> Path:
    """A copy of the package."""
    return shutil.copytree(whole, tmp_path / "package")
