"""The offices of one operator: every folder with an office.toml in a folder of theirs is one."""

import os
from argparse import Namespace
from pathlib import Path

from config.errors import SettingsError
from sync.desk import SETTINGS_FILE, Desk, open_desk
from sync.state.address import Place


def folders_in(folder: Path) -> list[str]:
    """The names of the folders in which an office may be, in order. None of them is looked into: one may not answer."""
    try:
        with os.scandir(folder) as entries:
            found = [one.name for one in entries if one.is_symlink() or one.is_dir(follow_symlinks=False)]
    except OSError as error:
        raise SettingsError(
            f"Папка с офисами «{folder}» не открывается.", advice="Укажите папку, в которой лежат папки офисов."
        ) from error
    return sorted(name for name in found if not name.startswith("."))


def offices_in(folder: Path) -> list[Path]:
    """The folders of the offices, in order. Raises SettingsError when there is none."""
    found = [folder / name for name in folders_in(folder) if (folder / name / SETTINGS_FILE).is_file()]
    if not found:
        raise no_offices(folder)
    return found


def no_offices(folder: Path) -> SettingsError:
    """What is said of a folder without offices."""
    return SettingsError(
        f"В папке «{folder}» нет ни одного офиса.",
        advice="Офис — это папка с файлом office.toml внутри неё. Создать: rpo init ПАПКА.",
    )


def desk_in(folder: Path, today: str | None = None) -> Desk:
    """The office of a folder. Raises SettingsError."""
    return open_desk(Namespace(office=str(folder), today=today))


def one_history_each(folder: Path) -> None:
    """Raises SettingsError when two of the offices keep one history, or when there is no office."""
    owners: dict[Place, str] = {}
    for one in offices_in(folder):
        try:
            history = desk_in(one).history
        except SettingsError:
            continue  # the office itself is told of it
        owner = owners.setdefault(history.resolve() if isinstance(history, Path) else history, one.name)
        if owner != one.name:
            raise SettingsError(
                f"У офисов «{owner}» и «{one.name}» одна и та же история.",
                advice="Дайте каждому свою: [state] url в office.toml; общий ключ RPO_STATE__URL уберите из окружения.",
            )
