"""How well known mistakes of staff are noticed: many kinds, five places each, several made-up offices."""

import tempfile
from argparse import Namespace
from collections import Counter
from pathlib import Path

from benchmarks.outcome import Outcome
from sync.demo.build import build_clean
from sync.desk import open_desk
from sync.selftest.examining import Result, Task, examine, examine_one
from sync.selftest.judging import Verdict
from sync.selftest.kinds import own_kinds
from sync.selftest.scores import as_markdown, total
from sync.selftest.subject import Subject, subject_of

HERE = Path(__file__).parent
SEEDS = (1, 2, 3)
PLACES = 5
RECALL = PRECISION = 98
"""Percent: less is a loss."""
ENOUGH = 60
"""So is a smaller number of kinds."""


def subject(folder: Path, seed: int) -> Subject:
    """A made-up office without mistakes, read and accepted once."""
    build_clean(folder / "office", seed)
    return subject_of(open_desk(Namespace(office=str(folder / "office"), today=None)), quiet=True)


def known_mistakes(seed: int) -> Outcome:
    """A case of the torture: every kind in the office of a seed; what is missed and what is said besides is counted."""
    with tempfile.TemporaryDirectory() as name:
        office = subject(Path(name), seed)
        results = [examine_one(office, trial, Task(PLACES, seed)) for trial in own_kinds()]
    score = total(results)
    told = f"seed {seed}: recall {score.recall}, precision {score.precision}"
    good = (score.recall or 0) >= RECALL and (score.precision or 0) >= PRECISION
    cases = [case for one in results for case in one.cases]
    figures = Counter(f"mistakes {one.verdict}" for one in cases)
    figures["remarks besides"] = sum(len(one.alarms) for one in cases)
    return Outcome([] if good else [told], figures)


def together(by_seed: list[list[Result]]) -> list[Result]:
    """The results of several offices as those of one."""
    return [
        Result(same[0].kind, tuple(case for one in same for case in one.cases)) for same in zip(*by_seed, strict=True)
    ]


def page(results: list[Result]) -> str:
    """SELFTEST.md."""
    tried = sum(bool(one.cases) for one in results)
    missed = [
        f"- {one.kind.name} ({one.kind.line}): {case.register} {case.id or ''} {case.column or ''}"
        f"{', сказано ' + ', '.join(case.alarms) if case.alarms else ''}"
        for one in results
        for case in one.cases
        if case.verdict is not Verdict.CAUGHT
    ]
    head = (
        "# Самопроверка: замечаются ли известные ошибки",
        "",
        f"Видов ошибок {tried}, мест до {PLACES} в каждом из {len(SEEDS)} учебных офисов.",
        "Страницу заново делает `python -m benchmarks.selftest`.",
        "",
        as_markdown(results),
        "## Что не замечено",
        "",
        *(missed or ["Замечено всё."]),
        "",
    )
    return "\n".join(head)


def main() -> None:
    """Tries all kinds in all offices and writes SELFTEST.md."""
    by_seed = []
    for seed in SEEDS:
        with tempfile.TemporaryDirectory() as name:
            by_seed.append(examine(subject(Path(name), seed), own_kinds(), Task(PLACES, seed)))
    results = together(by_seed)
    (HERE / "SELFTEST.md").write_text(page(results), encoding="utf-8")
    print(page(results))
    raise SystemExit(int(sum(bool(one.cases) for one in results) < ENOUGH))


if __name__ == "__main__":
    main()
