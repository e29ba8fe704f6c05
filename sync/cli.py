"""The command line and the one rim: trouble becomes a sentence and an exit code."""

import argparse
import re
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from config.errors import OfficeError
from sync.commands import COMMANDS

BUG = 3
INTERRUPTED = 130

_TITLE = "Проверка, сверка и отчёты по таблицам регионального проектного офиса."
_FOOT = (
    "Коды завершения: 0 порядок · 1 есть замечания или неполадка · 2 ошибка в команде или настройках · "
    "3 сбой программы · 7 нужен человек."
)


class RussianHelp(argparse.RawDescriptionHelpFormatter):
    """Help in Russian."""

    def add_usage(
        self,
        usage: str | None,
        actions: "argparse._ActionsContainer | object",
        groups: object,
        prefix: str | None = None,
    ) -> None:
        """The first line of help, in Russian."""
        super().add_usage(usage, actions, groups, "Как вызвать: " if prefix is None else prefix)  # type: ignore[arg-type]  # argparse's own private types


class RussianParser(argparse.ArgumentParser):
    """A parser whose headings and errors are Russian; a wrong command ends with exit code 2."""

    def __init__(self, **kwargs: object) -> None:
        """The arguments of argparse, with Russian titles of the groups."""
        super().__init__(formatter_class=RussianHelp, add_help=False, allow_abbrev=False, **kwargs)  # type: ignore[arg-type]  # passed on
        self._positionals.title = "Что указать"
        self._optionals.title = "Параметры"
        self.add_argument("-h", "--help", action="help", help="показать эту справку")

    def error(self, message: str) -> NoReturn:
        """Says in Russian what was wrong with the command line."""
        sys.stderr.write(f"Команда набрана неверно: {_in_russian(message)}.\nСправка: {self.prog} --help\n")
        raise SystemExit(2)


_PHRASES = (
    (r"unrecognized arguments: (.*)", r"непонятно «\1»"),
    (r"the following arguments are required: (.*)", r"не указано: \1"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"нет «\2», есть: \3"),
    (r"argument (.*?): expected one argument", r"после \1 нужно значение"),
    (r"argument (.*?): expected at least one argument", r"после \1 нужно значение"),
    (r"argument (.*?): invalid .*? value: (.*)", r"\1 не может быть \2"),
)


def _in_russian(message: str) -> str:
    for pattern, words in _PHRASES:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, words, message, flags=re.DOTALL).replace("''", "'")
    return message


def build_parser() -> RussianParser:
    """The parser of all commands. The common options stand before or after the command."""
    parser = RussianParser(prog="rpo", description=_TITLE, epilog=_FOOT)
    _common(parser, first=True)
    commands = parser.add_subparsers(title="Команды", dest="command", metavar="КОМАНДА", parser_class=RussianParser)
    for command in COMMANDS:
        one = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_options(one)
        _common(one, first=False)
        one.set_defaults(run=command.run)
    return parser


def _common(parser: argparse.ArgumentParser, *, first: bool) -> None:
    def default(*, value: object) -> object:
        return value if first else argparse.SUPPRESS

    parser.add_argument("--office", metavar="ФАЙЛ", default=default(value=None), help="файл office.toml или его папка")
    parser.add_argument(
        "--today", metavar="ГГГГ-ММ-ДД", default=default(value=None), help="считать, что сегодня эта дата"
    )
    parser.add_argument("--json", action="store_true", default=default(value=False), help="вывод в JSON, для программ")
    parser.add_argument("-q", "--quiet", action="store_true", default=default(value=False), help="кратко")
    parser.add_argument("-v", "--verbose", action="store_true", default=default(value=False), help="подробнее")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command and gives its exit code."""
    parser = build_parser()
    options = parser.parse_args(argv)
    if options.command is None:
        parser.print_help()
        return 2
    try:
        return int(options.run(options))
    except OfficeError as trouble:
        _say(trouble.sentence, trouble.advice)
        return trouble.exit_code
    except KeyboardInterrupt:
        _say("Остановлено.", "")
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as bug:  # noqa: BLE001  the one rim: whatever is left here is a bug, and it is reported as one
        log = _write_log(bug)
        _say(
            "Сбой программы. Данные сотрудников не тронуты.",
            f"Пришлите разработчикам файл {log}: личных данных в нём нет.",
        )
        return BUG


def _say(sentence: str, advice: str) -> None:
    sys.stderr.write(sentence + "\n" + (advice + "\n" if advice else ""))


def _write_log(bug: BaseException) -> Path:
    frames = traceback.extract_tb(bug.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    with tempfile.NamedTemporaryFile("w", prefix="rpo-", suffix=".log", delete=False, encoding="utf-8") as file:
        file.write("\n".join([*lines, type(bug).__name__, ""]))
    return Path(file.name)
