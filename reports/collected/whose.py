"""Whose package it is: its typed name and its code, taken together, mean a subject, none, or two different ones."""

from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from config.cells.text import fold, tidy
from config.subjects import SUBJECTS, Subject, subject_named, subjects_coded

_NEAR = 85.0
"""So alike (0–100) a mistyped name and the name of the subject with its code must be."""


@dataclass(frozen=True)
class Whose:
    """`title` — the official name, or what was typed when it names no subject. `odd` — why it can't be told."""

    title: str
    subject: Subject | None = None
    odd: str = ""

    @property
    def key(self) -> str:
        """By which packages of one region are known."""
        return fold(self.title)

    @property
    def place(self) -> tuple[int, str]:
        """Where the region stands: as in the Constitution, those that are not in it at the end."""
        return (len(SUBJECTS) if self.subject is None else SUBJECTS.index(self.subject), self.key)


def whose(region: str, oktmo: str) -> Whose:
    """By the name; by the code, when the name is only mistyped; nobody's, when neither is known."""
    named, coded = subject_named(region), subjects_coded(oktmo)
    if named is not None and (not oktmo or named in coded):
        return Whose(named.title, named)
    near = [one for one in coded if ratio(fold(region), fold(one.title)) >= _NEAR]
    if named is None and len(near) == 1:
        return Whose(near[0].title, near[0])
    typed = tidy(region) or "без названия"
    if named is None and not coded:
        return Whose(typed)
    other = " или ".join(f"«{one.title}»" for one in coded) or "никакого субъекта"
    return Whose(typed, None, f"Назван субъект «{typed}», а код ОКТМО {oktmo} — {other}: чей это пакет, неясно.")
