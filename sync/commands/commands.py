"""`rpo commands`: every command with its options and exit codes."""

from argparse import ArgumentParser, Namespace

NAME = "commands"
HELP = "все команды: что указать, параметры, коды завершения"
ENDS = {0: "всегда"}


def add_options(_parser: ArgumentParser) -> None:
    """Nothing but the common options."""


def run(options: Namespace) -> int:
    """Always 0."""
    from reports.catalogues.commands import commands_as_json, commands_as_markdown
    from sync.command_words import told_commands

    told = told_commands()
    print(commands_as_json(told) if options.json else commands_as_markdown(told))
    return 0
