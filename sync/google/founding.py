"""`rpo init --google`: the first time it makes the office, the next times it fills the spreadsheets."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from config.errors import UsageError
from reports.templates.beginning import season_of
from sync.consent import agreed
from sync.desk import SETTINGS_FILE
from sync.founding import SETTLING, day_of, refuse_an_office, write_new
from sync.google.fill_office import fill_office
from sync.google.new_office import MODES, WARNING, google_settings, local_files, spreadsheets_at_start, steps


def init_google(options: Namespace) -> int:
    """Founds the office, or fills the spreadsheets of one that is there. Raises UsageError, SettingsError."""
    if not (Path(options.folder) / SETTINGS_FILE).is_file():
        return _found(options)
    if options.mode is not None:
        raise UsageError(
            f"Офис в папке {options.folder} уже создан. Ничего не изменено.",
            advice="Режим меняют в office.toml: [personal_data] mode. Чтобы заполнить таблицы, повторите без --mode.",
        )
    return fill_office(options)


def _found(options: Namespace) -> int:
    root, today, mode = Path(options.folder), day_of(options.today), options.mode or MODES[0]
    season = season_of(today)
    refuse_an_office(root)
    if mode == "in_sheet":
        print(WARNING, file=sys.stderr if options.json else sys.stdout)
        if not agreed(options, "Руководитель принял это решение?"):
            print("Офис не создан.")
            return 0
    contents = {
        **local_files(season, mode),
        SETTINGS_FILE: google_settings(season, today + SETTLING, mode).encode(),
    }
    write_new(root, contents)
    if options.json:
        made = {"office": str(root.resolve()), "season": season, "mode": mode, "written": [*contents]}
        groups = {name: [one.key for one in group] for name, group in spreadsheets_at_start(mode).items()}
        print(json.dumps({**made, "spreadsheets": groups}, ensure_ascii=False))
    else:
        print(_words(root.resolve(), season, mode, quiet=options.quiet))
    return 0


_PLACES = {
    "local": "Имена не покидают этот компьютер: таблицы участников и наставников — в папке registers.\n"
    "Прохождение этапов можно начать позже: перенесите файл из templates в registers и допишите PROG в kept.",
    "codes": "В Google будут только коды; имена и телефоны записывайте в файлы папки private: они не покидают "
    "этот компьютер.",
    "in_sheet": "Имена будут стоять в Google Таблицах: об этом скажет каждый отчёт.",
}


def _words(root: Path, season: str, mode: str, *, quiet: bool) -> str:
    made = f"Офис создан: {root}. Сезон {season}."
    return made if quiet else "\n".join((made, _PLACES[mode], "", steps(root, mode)))
