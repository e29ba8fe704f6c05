"""Making a form: who and what is asked for, the file that never takes the place of another, what people are told."""

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from config.codes import fold_code
from config.errors import OfficeError, UsageError
from config.registers.participation import PROG
from reports.forms.attendance import Choice, attendees
from reports.forms.events import event_of, form_of, is_selection, season_events, towns_of
from reports.forms.form import Attendee, Form
from reports.forms.workbook import render_form
from reports.wording import counted, day
from sync.desk import Desk, open_desk
from sync.files import write_atomically
from sync.look import look_once
from validators.counting.people import PEOPLE
from validators.office import Office


class EmptyFormError(OfficeError):
    """В списке никого нет."""


@dataclass(frozen=True)
class Made:
    """A form and the name of its file without the ending; `others` are measures that a season's form leaves out."""

    form: Form
    name: str
    others: int = 0


def make_form(options: Namespace) -> int:
    """Makes the workbook and says where it is. Raises UsageError, EmptyFormError, WriteError."""
    _refuse_a_muddle(options)
    desk = open_desk(options)
    office = look_once(desk, quiet=options.quiet or options.json).facts.scene.office
    made = _season(desk, office, options) if options.blank else _single(desk, office, options)
    data = render_form(made.form)
    path = _free_place(Path(options.out) if options.out else desk.reports / "forms", made.name, data, desk)
    if not path.exists():
        write_atomically(path, data)
    _tell(desk, made, path, as_json=options.json, quiet=options.quiet)
    return 0


def _refuse_a_muddle(options: Namespace) -> None:
    if bool(options.event) == options.blank:
        raise UsageError(
            "Нужно одно из двух: код мероприятия или ключ --blank.",
            advice="Например: rpo form МР-0045 — лист одного мероприятия; rpo form --blank — ведомость на сезон.",
        )
    if options.register is not None and options.register.upper() not in PEOPLE:
        raise UsageError(
            f"Реестра участников «{options.register}» нет.", advice="UNI — студенты вузов, SCH — школьники и СПО."
        )


def _single(desk: Desk, office: Office, options: Namespace) -> Made:
    code = _known(office, "PLAN", options.event)
    event = event_of(office, code)
    if event is None:
        raise UsageError(f"Мероприятия {code} нет в плане.")
    on = event.start or desk.today
    choice = _choice(desk, office, options)
    choice = Choice(on, desk.today, is_selection(office, event), choice.team, choice.register, towns_of(office, event))
    people = _people(office, choice)
    form = form_of(event.title, [event], people, office, desk.settings.office.region)
    return Made(form, f"{PROG.marksheet} {code}{_suffix(choice)}")


def _season(desk: Desk, office: Office, options: Namespace) -> Made:
    events, others = season_events(office)
    if not events:
        raise EmptyFormError(
            "В плане нет мероприятий, по названию которых понятен вид занятия.",
            advice="Назовите их, например, «Проектная сессия 1», «Модуль 2» или сделайте лист одного: rpo form КОД.",
        )
    choice = _choice(desk, office, options)
    season = desk.settings.office.season
    form = form_of(f"сезон {season}", events, _people(office, choice), office, desk.settings.office.region)
    return Made(form, f"{PROG.marksheet} сезона {season.replace('/', '-')}{_suffix(choice)}", others)


def _choice(desk: Desk, office: Office, options: Namespace) -> Choice:
    team = None if options.team is None else _known(office, "TEAM", options.team)
    return Choice(desk.today, desk.today, team=team, register=options.register and options.register.upper())


def _suffix(choice: Choice) -> str:
    return "".join(f" {part}" for part in (choice.team, choice.register) if part)


def _people(office: Office, choice: Choice) -> tuple[Attendee, ...]:
    people = attendees(office, choice)
    if not people:
        raise EmptyFormError(
            f"В списке никого нет: на {day(choice.on)} таких участников не найдено.",
            advice="Проверьте статусы и даты зачисления в реестрах или измените условия: --team, --register.",
        )
    return people


def _known(office: Office, key: str, typed: str) -> str:
    """The code as the register has it. Raises UsageError that names the nearest."""
    table = office.tables.get(key)
    tab = {"PLAN": "План мероприятий", "TEAM": "Команды и проекты"}[key]
    if table is None or not len(table):
        raise UsageError(f"Реестр «{tab}» не ведётся или пуст.", advice="Заполните его и повторите команду.")
    code = fold_code(typed.strip()) or typed.strip()
    if code in table.index_of:
        return code
    near = get_close_matches(code, [one for one in table.ids if not one.startswith("?")], n=1, cutoff=0.5)
    nearest = f", ближайший — {near[0]}" if near else ""
    raise UsageError(
        f"Кода «{typed}» нет в реестре «{tab}»{nearest}.", advice="Возьмите код из первого столбца реестра."
    )


def _free_place(folder: Path, wanted: str, data: bytes, desk: Desk) -> Path:
    """A name that takes no other file's place, for marks may stand in it; the same bytes stay as they are."""
    for name in _names(wanted, desk):
        path = folder / f"{name}.xlsx"
        if not path.exists() or _holds(path, data):
            return path
    raise UsageError(f"В папке {folder} слишком много файлов «{wanted}».", advice="Уберите ненужные.")


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False  # a folder, or a file that another program keeps: it is left alone


def _names(name: str, desk: Desk) -> Iterator[str]:
    yield name
    dated = f"{name} от {day(desk.today)}"
    yield dated
    yield from (f"{dated}, {number}" for number in range(2, 100))


def _tell(desk: Desk, made: Made, path: Path, *, as_json: bool, quiet: bool) -> None:
    unnamed = [one.code for one in made.form.people if not one.name]
    if as_json:
        events = [event.code for event in made.form.events]
        told = {"file": str(path), "events": events, "people": len(made.form.people), "unnamed": unnamed}
        print(json.dumps(told, ensure_ascii=False))
        return
    print(f"Готово: {path}. {counted(len(made.form.people), 'участник', 'участника', 'участников')}.")
    if not quiet:
        for line in _advice(desk, made, unnamed):
            print(line)


def _advice(desk: Desk, made: Made, unnamed: list[str]) -> Iterator[str]:
    if unnamed:
        yield f"Без имени, только код (нет действующего согласия): {', '.join(unnamed)}."
    if made.others:
        words = counted(made.others, "мероприятие", "мероприятия", "мероприятий")
        yield f"В ведомость не вошло {words}: вид занятия по названию не понятен. Столбец можно дописать: код и «Вид»."
    yield f"Отметки поставьте на листе «{PROG.marksheet}», файл положите в {desk.registers} и выполните: rpo sync."
    if desk.settings.kept is not None and PROG.key not in desk.settings.kept:
        yield f"Реестр «{PROG.tab}» пока не ведётся: допишите {PROG.key} в [registers] kept в office.toml."
