"""What the parser knows of the commands, as values for the catalogue."""

from argparse import Action, ArgumentParser

from reports.catalogues.commands import Guide, Told, Word
from sync.cli import build_parser
from sync.commands import COMMANDS, Command

_MANY = ("*", "+")


def told_commands() -> Guide:
    """Every command of `rpo` in the order of the help, with the options that all have."""
    common = (action for action in _actions(build_parser()) if action.option_strings)
    return Guide(tuple(map(_told, COMMANDS)), tuple(map(_word, common)))


def _told(command: Command) -> Told:
    parser = ArgumentParser(add_help=False)
    command.add_options(parser)
    actions = _actions(parser)
    return Told(
        name=command.NAME,
        about=command.HELP,
        places=tuple(_word(one) for one in actions if not one.option_strings),
        options=tuple(_word(one) for one in actions if one.option_strings),
        ends=command.ENDS,
    )


def _actions(parser: ArgumentParser) -> list[Action]:
    return parser._actions  # noqa: SLF001  argparse tells what it was given in no other way


def _word(action: Action) -> Word:
    meaning = action.help or ""
    several = action.nargs in _MANY or type(action).__name__ == "_AppendAction"
    if not action.option_strings:
        return Word(_value(action), meaning, action.nargs not in {"?", "*"}, several)
    typed = ", ".join(action.option_strings)
    shape = typed if action.nargs == 0 else f"{typed} {_value(action)}"
    return Word(shape, meaning, action.required, several)


def _value(action: Action) -> str:
    if action.metavar is None and action.choices:
        return "|".join(map(str, action.choices))
    return str(action.metavar or action.dest)
