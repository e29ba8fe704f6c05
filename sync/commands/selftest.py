"""`rpo selftest`: makes known mistakes in a copy of the office and tells which of them the check has noticed."""

import json
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "selftest"
HELP = "испытать проверку: внести в копию офиса известные ошибки и сказать, какие замечены"
ENDS = {0: "замечены все внесённые ошибки и не сказано лишнего", 1: "что-то не замечено или сказано лишнее"}


def add_options(parser: ArgumentParser) -> None:
    """Which office of many, how many places, whose kinds."""
    parser.add_argument("--seed", metavar="ЧИСЛО", type=int, default=1, help="какие места выбирать: 1, 2, 3…")
    parser.add_argument("--places", metavar="ЧИСЛО", type=int, default=5, help="мест на вид ошибки (по умолчанию 5)")
    parser.add_argument("--kinds", metavar="ФАЙЛ", help="ещё виды ошибок, в добавление к своим")


def run(options: Namespace) -> int:
    """0 when everything was noticed and nothing else was said, 1 otherwise. The office itself is never changed."""
    from config.errors import UsageError
    from sync.desk import open_desk
    from sync.progress import counting
    from sync.selftest.examining import Task, examine
    from sync.selftest.kinds import kinds_with
    from sync.selftest.scores import as_json, as_text, is_clean
    from sync.selftest.subject import subject_of

    if options.places < 1:
        raise UsageError("Мест на вид ошибки должно быть не меньше одного.", advice="Например: --places 5.")
    trials = kinds_with(options.kinds)
    quiet = options.quiet or options.json
    with _office(options) as named:
        subject = subject_of(open_desk(named), quiet=quiet)
        with counting("Испытываю проверку…", len(trials), quiet=quiet) as heard:
            results = examine(subject, trials, Task(options.places, options.seed), heard)
    if options.json:
        told = {"office": options.office, "seed": options.seed, "places": options.places, **as_json(results)}
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(as_text(results))
    return int(not is_clean(results))


@contextmanager
def _office(options: Namespace) -> Iterator[Namespace]:
    """The office that is named; a made-up one without mistakes when none is."""
    if options.office is not None:
        yield options
        return
    from sync.demo.build import build_clean

    with tempfile.TemporaryDirectory(prefix="rpo-selftest-") as name:
        build_clean(Path(name) / "office", options.seed)
        yield Namespace(**{**vars(options), "office": str(Path(name) / "office")})
