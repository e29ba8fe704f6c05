"""What a person is told of the draft of a season: what went on, what stayed and why, what must be filled anew."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from config.registers import REGISTERS
from reports.wording import counted
from validators.season.rows import Carried

STARTED = ("STAGE",)
"""Registers in which the new season begins with the lists of a new office."""

_TABS = {one.key: one.tab for one in REGISTERS}


@dataclass(frozen=True)
class Account:
    """The draft as it was made. `left` — register → rows, where none went on; `own` — columns that are none of ours.

    `dropped` are the sections of the settings that were switched off; `not_read` — registers of which the last good
    data were taken, or nothing; `in_google` — the old tables are not in a folder.
    """

    root: Path
    season: str
    goes_on: Mapping[str, Carried]
    left: Mapping[str, int]
    own: Mapping[str, Sequence[str]]
    dropped: Sequence[str] = ()
    not_read: Sequence[str] = ()
    in_google: bool = False

    def as_json(self) -> str:
        """One object: by register how many rows went on, why the others stayed, which references were cleared."""
        registers = {
            key: {
                "carried": len(one.rows),
                "stayed": dict(one.stayed),
                "cleared": dict(one.cleared),
                "doubtful": one.doubtful,
            }
            for key, one in self.goes_on.items()
        }
        told = {"office": str(self.root.resolve()), "season": self.season, "registers": registers, "left": self.left}
        told["not_read"] = list(self.not_read)
        return json.dumps(told, ensure_ascii=False)

    def brief(self) -> str:
        """One line."""
        return f"Черновик сезона {self.season}: {self.root.resolve()}. Прежний офис не изменён."

    def lines(self) -> Iterator[str]:
        """The whole account."""
        yield self.brief()
        yield "\nПеренесено:"
        for one in self.goes_on.values():
            if one.rows or one.stayed:
                yield f"  {one.register.tab}: {_rows(len(one.rows))}{_stayed(one)}."
        yield "\nОсталось в прежнем офисе целиком:"
        yield from (f"  {_TABS[key]}: {_rows(count)}." for key, count in self.left.items() if key not in STARTED)
        yield from self._cleared()
        yield from self._to_do()

    def _cleared(self) -> Iterator[str]:
        lines = [
            f"  {one.register.tab}, «{heading}»: {counted(count, 'ячейка', 'ячейки', 'ячеек')}."
            for one in self.goes_on.values()
            for heading, count in one.cleared.items()
        ]
        if lines:
            yield "\nОчищены ссылки на строки, которые не перешли:"
            yield from lines

    def _to_do(self) -> Iterator[str]:
        yield "\nЧто заполнить и проверить:"
        yield "  Этапы: даты поставлены примерные, впишите даты своего региона."
        empty = [key for key in self.left if key not in STARTED]
        empty += [key for key, one in self.goes_on.items() if one.stayed and not one.rows]
        if empty:
            yield f"  Таблицы начаты пустыми, коды в них продолжаются: {', '.join(_TABS[key] for key in empty)}."
        for one in self.goes_on.values():
            if one.doubtful:
                yield f"  {one.register.tab}: посмотрите строки с пометкой в «Примечании», их {one.doubtful}."
        yield from self._left_out()
        yield f"  Проверьте: rpo check --office {self.root}"

    def _left_out(self) -> Iterator[str]:
        """What was in the old office and could not be taken over."""
        if self.not_read:
            tabs = ", ".join(_TABS[key] for key in self.not_read)
            yield f"  Сейчас не прочитаны: {tabs}. Перенесено то, что было принято последним."
        for key, headings in self.own.items():
            if key in self.goes_on:
                yield f"  {_TABS[key]}: свои столбцы офиса не перенесены: {', '.join(headings)}."
        if self.dropped:
            yield f"  office.toml: выключено то, что относилось к прежним таблицам: {', '.join(self.dropped)}."
        if self.in_google:
            yield "  Черновик лежит в папке на этом компьютере, в Google его ещё нет."


def _rows(count: int) -> str:
    return counted(count, "строка", "строки", "строк")


def _stayed(one: Carried) -> str:
    if not one.stayed:
        return ""
    whys = "; ".join(f"{why}: {count}" for why, count in one.stayed.items())
    return f", осталось {sum(one.stayed.values())} ({whys})"
