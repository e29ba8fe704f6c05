"""One `rpo explore`: the files read and explored, told to a person or a program, the settings drafted if wanted."""

import json
import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from config.errors import SettingsError, UsageError
from config.register import Register
from config.registers import REGISTERS
from config.section import Scalar
from reports.filling.drafting import Drafted
from sync.desk import SETTINGS_FILE, Desk, open_desk
from sync.drafting import KEYS, Written, new_office, write_drafts
from sync.explored_page import page, summary
from sync.form_drafts import form_json, form_page, forms_in, write_marked
from sync.probe import Probe, Search, as_json, probe
from sync.progress import reading
from validators.explore.draft import Draft
from validators.explore.tab import Explored, Wish
from validators.framing.no_table import NoTable


def run_exploration(options: Namespace) -> int:
    """Explores the files that were named. Raises UsageError for names and wishes that make no sense."""
    desk = _desk(options)
    search = Search(
        REGISTERS,
        _wish(options),
        options.sheet,
        desk.registers.absolute() if desk is not None else None,
        desk.settings.limits.file_megabytes if desk is not None else 50,
    )
    probes, forms = [], dict[str, tuple[Drafted, ...]]()
    with reading(quiet=options.quiet or options.json) as step:
        for one in probe(options.files, search, step):
            probes.append(one)
            found = () if options.register or options.constant else forms_in(one)
            forms |= {one.given: found} if found else {}
            _tell(one, found, options)
    code = int(any(one.file.code is not None or not (one.is_table or one.given in forms) for one in probes))
    tables = [one for one in probes if one.given not in forms]
    if options.write:
        say = _sayer(options)
        done = [write_marked(given, found, search.megabytes, say) for given, found in forms.items()]
        return max(code, *done, _write(desk, tables, say) if tables else 0)
    _say_next(tables, forms, options)
    return code


def _say_next(tables: Sequence[Probe], forms: Mapping[str, Sequence[Drafted]], options: Namespace) -> None:
    if options.json or options.quiet:
        return
    names = " ".join(shlex.quote(one.given) for one in tables if _drafts([one]))
    if names:
        print(f"Дальше — записать настройки: rpo explore {names} --write")
    if forms:
        print(f"Дальше — записать копию формы с метками: rpo explore {' '.join(map(shlex.quote, forms))} --write")


def _drafts(probes: Sequence[Probe]) -> list[Draft]:
    return [tab.draft for one in probes for tab in one.tabs if tab.draft is not None and tab.rows is not None]


def _desk(options: Namespace) -> Desk | None:
    """The office, if there is one: a table may be explored before any office is."""
    named = options.office or os.environ.get("RPO_OFFICE")
    here = (Path.cwd(), *Path.cwd().parents)
    if not named and not any((folder / SETTINGS_FILE).is_file() for folder in here):
        return None
    return open_desk(options)


def _wish(options: Namespace) -> Wish:
    if options.register is None and options.constant:
        registers: Sequence[Register[Any]] = REGISTERS
    else:
        registers = [one for one in REGISTERS if one.key == options.register]
    if options.register is not None and not registers:
        raise UsageError(f"Реестра «{options.register}» нет.", advice=f"Реестры: {', '.join(KEYS)}.")
    known = {column.heading for register in registers for column in register.columns}
    constants: dict[str, Scalar] = {}
    for text in options.constant:
        heading, mark, value = text.partition("=")
        if not mark or heading.strip() not in known:
            raise UsageError(
                f"Ключ --constant «{text}» непонятен.",
                advice="Напишите столбец реестра, знак = и значение: --constant Муниципалитет=Бийск.",
            )
        constants[heading.strip()] = value.strip()
    return Wish(registers[0] if options.register is not None else None, constants)


def _tell(one: Probe, forms: Sequence[Drafted], options: Namespace) -> None:
    by_tab = {form.tab: form for form in forms}
    if options.json:
        for found in as_json(one):
            form = by_tab.get(str(found["sheet"]))
            print(json.dumps({**found, **(form_json(form) if form else {})}, ensure_ascii=False))
    elif one.file.code is not None:
        print(f"{one.file.text}\n  → {one.file.advice}\n")
    else:
        empty = [tab for tab in one.tabs if isinstance(tab.frame, NoTable) and tab.frame.why == "empty"]
        for tab in one.tabs:
            form = by_tab.get(tab.grid.tab)
            if form is not None:
                print("\n".join((one.given, *form_page(form, whole=options.verbose))), end="\n\n")
            elif tab not in empty:
                _tell_tab(one.given, tab, options)
        if empty or not one.tabs:
            names = ", ".join(f"«{tab.grid.tab}»" for tab in empty if tab.grid.tab)
            print(f"{one.given}: {f'пустые листы — {names}' if names else 'данных в файле нет'}.\n")


def _tell_tab(given: str, tab: Explored, options: Namespace) -> None:
    title = f"{given}, лист «{tab.grid.tab}»" if tab.grid.tab else given
    if options.quiet or isinstance(tab.frame, NoTable):
        print(f"{title}: {summary(tab)}")
    else:
        print("\n".join((title, *(f"  {line}".rstrip() for line in page(tab, whole=options.verbose)))))
    print(end="" if options.quiet else "\n")


def _sayer(options: Namespace) -> Callable[[str], None]:
    """How it is said what was done: beside JSON to the error stream."""
    return lambda text: print(text, file=sys.stderr if options.json else sys.stdout)


def _write(desk: Desk | None, probes: Sequence[Probe], say: Callable[[str], None]) -> int:
    """Writes the drafts and says what was done."""
    drafts = _drafts(probes)
    if not drafts and any(tab.draft is not None for one in probes for tab in one.tabs):
        say("Ничего не записано: таблица пока не читается реестром. Сначала исправьте то, что названо первым.")
        return 1
    if not drafts:
        say("Записывать нечего: ни одна таблица не похожа на реестр. Указать его самому: --register КЛЮЧ.")
        return 1
    if desk is None:
        say(new_office(drafts))
        say(
            "Офиса здесь нет, ничего не записано. Создайте его (rpo init ПАПКА) или сохраните черновик "
            "под именем office.toml."
        )
        return 0
    try:
        done = write_drafts(desk, drafts)
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Файл настроек {SETTINGS_FILE} не читается.") from error
    _say_written(done, say)
    outside = [one.file.name for one in probes if not one.inside and any(tab.draft for tab in one.tabs)]
    if outside and (done.written or done.needless):
        say(f"Положите в папку {desk.registers}: {', '.join(outside)}.")
    if done.written or done.needless:
        say(f"Дальше: rpo --office {shlex.quote(str(desk.root))} check")
    return int(bool(done.left))


def _say_written(done: Written, say: Callable[[str], None]) -> None:
    titles = {one.key: one.tab for one in REGISTERS}
    for key in done.written:
        say(f"В {SETTINGS_FILE} дописан раздел [registers.{key}] — «{titles[key]}». Прочитайте и поправьте его.")
    for key in done.needless:
        say(f"«{titles[key]}» читается и без настроек.")
    for key, why, text in done.left:
        say(f"Раздел [registers.{key}] не записан: {why}. Вот черновик, перенесите нужное сами:\n\n{text}")
