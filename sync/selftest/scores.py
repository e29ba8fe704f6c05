"""How well mistakes are noticed: by kind and in all, for people and for programs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sync.selftest.examining import Result
from sync.selftest.judging import Judged, Verdict


@dataclass(frozen=True)
class Score:
    """Counts of some mistakes. `right` and `alarms` are remarks by code: those that are right, and those besides."""

    places: int
    caught: int
    missed: int
    otherwise: int
    right: Counter[str]
    alarms: Counter[str]

    @property
    def recall(self) -> float | None:
        """Share of mistakes that were noticed, percent; None when none was made."""
        return _percent(self.caught, self.places)

    @property
    def precision(self) -> float | None:
        """Share of right ones among the new remarks, percent; None when nothing was said."""
        return _percent(self.right.total(), self.right.total() + self.alarms.total())

    def as_json(self) -> dict[str, object]:
        """The counts with both shares."""
        return {
            "places": self.places,
            "caught": self.caught,
            "missed": self.missed,
            "otherwise": self.otherwise,
            "recall": self.recall,
            "precision": self.precision,
            "right": dict(sorted(self.right.items())),
            "alarms": dict(sorted(self.alarms.items())),
        }


def score(cases: Iterable[Judged]) -> Score:
    """The counts of some cases."""
    judged = tuple(cases)
    verdicts = Counter(one.verdict for one in judged)
    return Score(
        places=len(judged),
        caught=verdicts[Verdict.CAUGHT],
        missed=verdicts[Verdict.MISSED],
        otherwise=verdicts[Verdict.OTHERWISE],
        right=Counter(code for one in judged for code in one.right),
        alarms=Counter(code for one in judged for code in one.alarms),
    )


def total(results: Sequence[Result]) -> Score:
    """The counts of all kinds together."""
    return score(case for result in results for case in result.cases)


def is_clean(results: Sequence[Result]) -> bool:
    """Everything was noticed, and nothing else was said."""
    whole = total(results)
    return whole.caught == whole.places and not whole.alarms


def as_json(results: Sequence[Result]) -> dict[str, object]:
    """All kinds, the total, and every case; no value of a cell."""
    return {
        "total": {"kinds": sum(bool(one.cases) for one in results), **total(results).as_json()},
        "kinds": [
            {
                "name": one.kind.name,
                "line": one.kind.line,
                "silent": one.kind.silent,
                "why_not": one.kind.why_not or None,
                **score(one.cases).as_json(),
            }
            for one in results
        ],
        "cases": [case.as_json() for one in results for case in one.cases],
    }


HEADINGS = ("Вид ошибки", "Откуда", "Мест", "Замечено", "Пропущено", "Не тем", "Лишнего", "Замечено, %", "Точность, %")


def lines(results: Sequence[Result]) -> list[tuple[str, ...]]:
    """The table for people, a line a kind, the total last; kinds that were not tried say why in place of numbers."""
    rows = [(one.kind.name, _line(one), *_figures(score(one.cases))) for one in results if one.cases]
    return [*rows, ("Всего", "", *_figures(total(results)))]


def untried(results: Sequence[Result]) -> list[tuple[str, str]]:
    """Kinds that were not tried, each with the reason."""
    nowhere = "в этом офисе негде: нет подходящих строк"
    return [(one.kind.name, one.kind.why_not or nowhere) for one in results if not one.cases]


def as_text(results: Sequence[Result]) -> str:
    """The table as a terminal shows it, with what was not tried and what the columns mean."""
    table = [HEADINGS, *lines(results)]
    widths = [max(len(row[at]) for row in table) for at in range(len(HEADINGS))]
    text = [
        "  ".join(
            cell.ljust(width) if at < 2 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    ]
    told = [f"  {name} — {why}." for name, why in untried(results)]
    return "\n".join([*text, "", *(["Не испытывалось:", *told, ""] if told else []), *_MEANING])


_MEANING = (
    "Замечено — ошибку назвало верное правило, а безобидную поняли молча. Пропущено — о ней ничего не сказано или",
    "прочитано не то. Не тем — сказано, но не о том. Лишнего — замечаний, которых ошибка не заслужила.",
)


def as_markdown(results: Sequence[Result]) -> str:
    """The same table as Markdown."""
    rows = ["| " + " | ".join(row) + " |" for row in (HEADINGS, ("---",) * len(HEADINGS), *lines(results))]
    told = [f"- {name}: {why}." for name, why in untried(results)]
    return "\n".join([*rows, "", "Не испытывалось:", "", *told, "", *_MEANING, ""])


def _line(result: Result) -> str:
    return f"§7, {result.kind.line}" if result.kind.line.isdecimal() else result.kind.line


def _figures(one: Score) -> tuple[str, ...]:
    counts = (one.places, one.caught, one.missed, one.otherwise, one.alarms.total())
    return (*map(str, counts), _shown(one.recall), _shown(one.precision))


def _percent(part: int, whole: int) -> float | None:
    return round(100 * part / whole, 1) if whole else None


def _shown(share: float | None) -> str:
    return "—" if share is None else f"{share:.0f}"
