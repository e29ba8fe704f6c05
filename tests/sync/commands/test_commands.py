"""`rpo commands`: every command is told with its options and with how it ends."""

import json
from argparse import Namespace

import pytest

from sync.cli import build_parser
from sync.commands import COMMANDS, commands


def printed(capsys: pytest.CaptureFixture[str], *, as_json: bool) -> str:
    assert commands.run(Namespace(json=as_json)) == 0
    return capsys.readouterr().out


def test_people_read_of_every_command_in_the_order_of_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    chapters = printed(capsys, as_json=False).split("\n## rpo ")[1:]
    assert [one.partition("\n")[0] for one in chapters] == [command.NAME for command in COMMANDS]
    assert all("\nЗавершение: 0 — " in one for one in chapters)


def test_every_option_of_the_parser_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    told = {one["command"]: one for one in json.loads(printed(capsys, as_json=True))}
    page = printed(capsys, as_json=False)
    for command in COMMANDS:
        shapes = [word["shape"] for word in told[command.NAME]["options"]]
        assert all(word["meaning"] for word in told[command.NAME]["options"]), command.NAME
        assert all(f"| `{shape}` |" in page.replace("\\|", "|") for shape in shapes), command.NAME
        with pytest.raises(SystemExit):
            build_parser().parse_args([command.NAME, "--help"])
        help_page = capsys.readouterr().out
        assert all(shape.split()[0].rstrip(",") in help_page for shape in shapes), command.NAME


def test_a_place_that_must_be_filled_stands_without_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    page = printed(capsys, as_json=False)
    assert "\nrpo ack НОМЕР --reason ТЕКСТ\n" in page
    assert "\nrpo restore РЕЕСТР КОД … [--as-of ГГГГ-ММ-ДД]\n" in page


def test_the_help_says_once_how_a_command_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["ack", "--help"])
    assert capsys.readouterr().out.startswith("Как вызвать: rpo ack [-h]")
