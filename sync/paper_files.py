"""Files of named papers: the template that is meant, the folder that keeps names in, papers that replace nothing."""

import json
from collections.abc import Mapping
from pathlib import Path

from config.apart import FOLDER
from config.errors import UsageError, WriteError
from config.imports import FOLDER as IMPORTS
from reports.papers.examples import EXAMPLES
from sync.desk import Desk
from sync.files import write_atomically

TEMPLATES = "templates"
PAPERS = "papers"
_PRIVATE_MODE, _FILE_MODE = 0o700, 0o600
_MOST_FOLDERS = 1000


def template_called(desk: Desk, typed: str) -> tuple[str, bytes]:
    """The name of the template without its ending, and its bytes. Raises UsageError that names the templates."""
    folder = desk.root / TEMPLATES
    places = (Path(typed), folder / typed, folder / f"{typed}.docx")
    path = next((one for one in places if one.is_file()), None)
    if path is None:
        known = ", ".join(f"«{one.stem}»" for one in sorted(folder.glob("*.docx"))) if folder.is_dir() else ""
        advice = f"В папке {TEMPLATES} есть: {known}." if known else "Примеры шаблонов: rpo paper --examples."
        raise UsageError(f"Шаблона «{typed}» нет.", advice=advice)
    try:
        return path.stem, path.read_bytes()
    except OSError as error:
        raise UsageError(f"Шаблон «{path.name}» не читается.", advice="Закройте его и проверьте права.") from error


def base_folder(desk: Desk, out: str | None) -> Path:
    """The folder under which the papers get one of their own. Raises UsageError for a folder that may leave."""
    if out is None:
        return desk.root / FOLDER / PAPERS
    base = Path(out)
    for name in (desk.reports, desk.root / "exports", desk.registers, desk.root / IMPORTS, desk.root / TEMPLATES):
        if base.resolve().is_relative_to(name.resolve()):
            raise UsageError(
                f"В папку «{name.name}» именные документы не кладут: она для другого и может уйти из офиса.",
                advice="Уберите --out, и документы лягут в private/papers, или назовите другую папку.",
            )
    return base


def put_papers(desk: Desk, base: Path, name: str, papers: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Writes the papers (name of the file without its ending → bytes) into a folder of their own; gives the files.

    Only the owner of the files may read them. Raises WriteError.
    """
    folder = _own_folder(desk, base, f"{desk.today} {name}")
    paths = []
    for stem, data in papers.items():
        paths.append(folder / f"{stem}.docx")
        write_atomically(paths[-1], data, mode=_FILE_MODE)
    return tuple(paths)


def _own_folder(desk: Desk, base: Path, title: str) -> Path:
    names = (title, *(f"{title} ({number})" for number in range(2, _MOST_FOLDERS)))
    folder = next(base / one for one in names if not (base / one).exists())
    try:
        if base.is_relative_to(desk.root / FOLDER):
            (desk.root / FOLDER).mkdir(mode=_PRIVATE_MODE, exist_ok=True)
        base.mkdir(mode=_PRIVATE_MODE, parents=True, exist_ok=True)
        folder.mkdir(mode=_PRIVATE_MODE)
    except OSError as error:
        raise WriteError(f"Папку «{base}» не удалось создать.", advice="Проверьте права и место на диске.") from error
    return folder


def put_examples(desk: Desk, *, as_json: bool) -> int:
    """Writes the example templates that are not there yet; 0. Raises WriteError."""
    folder = desk.root / TEMPLATES
    paths = {folder / f"{name}.docx": example for name, example in EXAMPLES.items()}
    fresh = [path for path in paths if not path.exists()]
    for path in fresh:
        write_atomically(path, paths[path][1]())
    if as_json:
        print(json.dumps({"written": [str(path) for path in fresh]}, ensure_ascii=False))
        return 0
    for path, (register, _) in paths.items():
        kept = "" if path in fresh else " (уже был, не изменён)"
        print(f'{path}{kept}. Так он применяется: rpo paper "{path.stem}" {register}.')
    return 0
