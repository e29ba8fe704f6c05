"""Fourteen indicators computed anew from the workbooks alone, with pandas: nothing of the service is imported here.

What it knows of the domain it knows from domain.md §5.5 and decisions.md, not from our code.
"""

import io
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

_CODE = re.compile(r"[А-Я]{2}-\d{4,}")
_STATUSES = ("Статус", "Статус участника", "Статус записи", "Стадия", "Результат")
_DEFENDED = ("Защищён", "Внедряется")
_OTHERS = ("Губернатор", "Заместитель Губернатора", "ФПО", "Руководитель РПО")
_PERSON = ["Фамилия", "Имя", "Отчество", "Дата рождения"]


Sheets = Mapping[str, pd.DataFrame]


def read(files: Mapping[str, bytes]) -> Sheets:
    """Tab → its typed rows, without drafts and mistakes."""
    books = [pd.read_excel(io.BytesIO(data), None, engine="openpyxl", dtype=object) for data in files.values()]
    return {tab: _typed(rows) for book in books for tab, rows in book.items()}


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    rows = rows[rows.drop(columns=rows.columns[0]).notna().any(axis=1)]
    for name in _STATUSES:
        if name in rows:
            rows = rows[~rows[name].isin(["Ошибочная запись", "Черновик"])]
    return rows.reset_index(drop=True)


def figures(sheets: Sheets, on: date) -> dict[str, float]:
    """Indicator → its value on the day."""
    books = Books(sheets, on)
    names = [name for name in dir(books) if re.fullmatch(r"k\d\d", name)]
    return {name.upper(): float(getattr(books, name)()) for name in names}


class Books:
    """The sheets of an office and the day on which it is looked at."""

    def __init__(self, sheets: Sheets, on: date) -> None:
        self.sheets, self.on = sheets, pd.Timestamp(on)
        pupils, students = self.sheet("Школьники и СПО"), self.sheet("Студенты вузов")
        pupils["Команды"] = pupils["Команда"]
        students["Образовательная организация"] = students["Вуз"]
        students["Согласие дал"] = students["Согласие дал"].fillna("Сам")
        self.people = pd.concat([pupils.assign(pupil=True), students.assign(pupil=False)], ignore_index=True)
        self.people["teams"] = self.people["Команды"].map(_codes)
        self.teams = self.sheet("Команды и проекты")
        self.active_teams = self.teams[
            self._by_then(self.teams["Дата формирования"]) & (self.teams["Стадия"] != "Закрыт")
        ]

    def sheet(self, tab: str) -> pd.DataFrame:
        """The typed rows of a tab."""
        return self.sheets[tab].copy()

    def _by_then(self, days: "pd.Series[Any]") -> "pd.Series[bool]":
        known = pd.to_datetime(days)
        return known.isna() | (known <= self.on)

    def _distinct(self, rows: pd.DataFrame) -> pd.DataFrame:
        return rows.sort_values("Дата зачисления", na_position="last").drop_duplicates(_PERSON)

    @property
    def enrolled(self) -> pd.DataFrame:
        were = self.people["Статус участника"].isin(["Участник", "Завершил", "Выбыл"])
        return self._distinct(self.people[were & self._by_then(self.people["Дата зачисления"])])

    @property
    def active(self) -> pd.DataFrame:
        left = pd.to_datetime(self.people["Дата выбытия"])
        there = (self.people["Статус участника"] == "Участник") & self._by_then(self.people["Дата зачисления"])
        return self._distinct(self.people[there & (left.isna() | (left > self.on))])

    def approved(self, rows: pd.DataFrame, question: str) -> set[str]:
        """Codes that a live decision of the collegial body names, or that cite it."""
        decisions = self.sheet("Решения и поручения")
        revoked = pd.to_datetime(decisions["Отменено с"])
        live = decisions[
            decisions["Вопрос"].str.startswith(question)
            & (decisions["Результат"] == "Принято")
            & ~decisions["Кто решил"].isin(_OTHERS)
            & self._by_then(decisions["Дата заседания"])
            & (revoked.isna() | (revoked > self.on))
        ]
        parts = [str(words).partition("кроме") for words in live["Объекты"].fillna("")]
        by_decision = dict(zip(live["Код"], parts, strict=True))
        named = {code for some, _, excepted in parts for code in set(_codes(some)) - set(_codes(excepted))}
        for code, cited in zip(rows["Код"], rows["Решение"].map(_codes), strict=True):
            if any(one in by_decision and code not in _codes(by_decision[one][2]) for one in cited):
                named.add(code)
        return named & set(rows["Код"])

    @property
    def mentors(self) -> set[str]:
        rows = self.sheet("Наставники")
        until = pd.to_datetime(rows["Срок полномочий до"])
        follows = rows["Статус"].isna() | rows["Статус"].isin(("Утверждён", "Предложен", "На утверждении"))
        may = rows[follows & (until.isna() | (until >= self.on))]
        return self.approved(may, "C3")

    def k01(self) -> float:
        applied = self.people["Дата заявки"]
        by_then = applied.isna() | (pd.to_datetime(applied) <= self.on)
        return len(self._distinct(self.people[by_then | self.people["Код"].isin(self.enrolled["Код"])]))

    def k02(self) -> float:
        return len(self.enrolled)

    def k04(self) -> float:
        towns = self.sheet("Муниципалитеты")
        full = dict(zip(towns["Краткое"], towns["Наименование"], strict=True))
        schools = self.sheet("Образовательные организации")
        of_school = dict(zip(schools["Код"], schools["Муниципалитет"], strict=True))
        places = self.active["Образовательная организация"].map(lambda cell: of_school.get(_codes(cell)[0]))
        lives = self.active["Муниципалитет"].fillna(places)
        return lives.map(lambda town: full.get(town, town)).nunique()

    def k09(self) -> float:
        return len(self.active_teams)

    def k10(self) -> float:
        return 100 * sum(self._is_complete(team) for _, team in self.active_teams.iterrows()) / len(self.active_teams)

    def _is_complete(self, team: "pd.Series[Any]") -> bool:
        if team["Стадия"] in _DEFENDED:
            return True
        mine = self.active[self.active["teams"].map(lambda teams: team["Код"] in teams)]
        named = sum(team["Код"] in teams for teams in self.people["teams"])
        size = team["Заявленная численность"]
        students = set(self.active[~self.active["pupil"].astype(bool)]["Код"])
        return bool(
            3 <= mine["pupil"].sum() <= 12
            and students & set(_codes(team["Студент-лидер/тьютор"]))
            and self.mentors & set(_codes(team["Наставники"]))
            and (pd.isna(size) or len(mine) <= size <= max(named, len(mine)))
        )

    def k11(self) -> float:
        rows = self.sheet("Приоритетные направления")
        until = pd.to_datetime(rows["Действует по"])
        live = rows[self._by_then(rows["Действует с"]) & (until.isna() | (until >= self.on))]
        return self.active_teams["Приоритетное направление"].map(_first).isin(list(self.approved(live, "C1"))).sum()

    def k12(self) -> float:
        return (self.teams["Стадия"].isin(_DEFENDED) & self._by_then(self.teams["Дата защиты"])).sum()

    def k13(self) -> float:
        return len(self.mentors)

    def k16(self) -> float:
        trip = self.sheet("Прохождение этапов")
        last = pd.to_datetime(trip["Окончание"]).fillna(pd.to_datetime(trip["Начало"]))
        passed = trip[
            trip["Вид"].isin(["Профессиональная проба", "Стажировка"])
            & (trip["Результат"] == "Пройдено")
            & (last.isna() | (last <= self.on))
        ]
        return self.enrolled["Код"].isin(passed["Участник"].map(_first)).sum()

    def k18(self) -> float:
        gone = (self.enrolled["Статус участника"] == "Выбыл") & self._by_then(self.enrolled["Дата выбытия"])
        return 100 * (1 - gone.sum() / len(self.enrolled))

    def k22(self) -> float:
        plan = self.sheet("План мероприятий")
        due, done = pd.to_datetime(plan["Окончание (план)"]), pd.to_datetime(plan["Окончание (факт)"])
        is_done = (plan["Статус"] == "Исполнено") & (done.isna() | (done <= self.on))
        asked = due.notna() & (plan["Статус"] != "Отменено") & ((due < self.on) | ((due == self.on) & is_done))
        return 100 * (asked & is_done & (done.isna() | (done <= due))).sum() / asked.sum()

    def k24(self) -> float:
        money = self.sheet("Финансовое обеспечение")
        money = money[(money["Год"] == self.on.year) & money["Кассовое исполнение"].notna()]
        current = (self.on.month - 1) // 3
        first = pd.Timestamp(self.on.year, 3 * current + 1, 1)
        length = (first + pd.offsets.QuarterEnd(0) - first).days + 1
        quarters = [money[f"План {number} кв."].astype(float) for number in ("I", "II", "III", "IV")]
        plan = sum(quarter.sum() for quarter in quarters[:current])
        plan += quarters[current].sum() * ((self.on - first).days + 1) / length
        return 100 * money["Кассовое исполнение"].astype(float).sum() / plan

    def k27(self) -> float:
        pages, posts = self.sheet("Страницы и блоги"), self.sheet("Публикации")
        out = posts[(posts["Статус"] == "Вышла") & (pd.to_datetime(posts["Дата"]) <= self.on)]
        told = pd.to_datetime(out["Дата"]).groupby(out["Страница"].map(_first)).max()
        last = pd.concat([pd.to_datetime(pages["Последняя публикация"]), pages["Код"].map(told)], axis=1).max(axis=1)
        state = pages["Статус записи"].fillna("Действует") == "Действует"
        lives = state & self._by_then(pages["Ведётся с"]) & (last.isna() | (self.on - last <= pd.Timedelta(days=30)))
        owners = set(pages[lives]["Чья страница"].map(_first))
        covered = [
            bool(owners & {code, *teams}) for code, teams in zip(self.active["Код"], self.active["teams"], strict=True)
        ]
        return 100 * sum(covered) / len(covered)

    def k31(self) -> float:
        active = self.active
        given, gone = pd.to_datetime(active["Согласие: дата"]), pd.to_datetime(active["Дата отзыва согласия"])
        born = pd.to_datetime(active["Дата рождения"])
        of_age = born.map(lambda day: day + pd.DateOffset(years=18)) <= self.on
        wrong = active["Согласие дал"].where(of_age, "").eq("Представитель")
        wrong |= active["Согласие дал"].where(~of_age, "").eq("Сам")
        holds = (given <= self.on) & ~((gone <= self.on) & ~(given > gone)) & ~wrong
        return 100 * holds.sum() / len(active)


def _codes(cell: object) -> list[str]:
    return _CODE.findall(cell) if isinstance(cell, str) else []


def _first(cell: object) -> str:
    found: Iterable[str] = _codes(cell)
    return next(iter(found), str(cell))
