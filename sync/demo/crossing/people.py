"""What is said of people does not agree: rows of one human being, shared contacts, ages, schools, homes, consents."""

from collections.abc import Callable
from datetime import date, timedelta

from config.ages import ADULT, birthday
from config.cells.text import fold
from config.first_names import FIRST_NAMES
from config.registers.institutions import COLLEGE
from sync.demo.crossing.ground import Broken, Crossing, Ground, TypedRow, day
from sync.demo.draft import titled
from sync.demo.season import TODAY
from sync.demo.spoiling import Typed

_CANDIDATE, _REFUSED, _MEMBER, _LEFT = "Кандидат", "Не прошёл отбор", "Участник", "Выбыл"
_HIGH_CLASS = 8
_Change = Callable[[TypedRow], dict[str, Typed]]


def _is_pupil(row: TypedRow, *statuses: str) -> bool:
    return row["status"] in statuses and row["category"] == "Школьник"


def _second_row(ground: Ground, key: str, field: str, change: _Change) -> Broken:
    """One who was not admitted has another row: put down as a mistake first, so that one cell mends the fault."""
    one = ground.take(key, lambda row: row["status"] == _REFUSED)
    cells = {name: cell for name, cell in one.items() if name != "id"}
    row = ground.add(key, **{**cells, **change(one), "status": "Ошибочная запись"})
    return ground.change(key, row, "status", _REFUSED, remarked=field)


def _same_person(ground: Ground) -> Broken:
    return _second_row(ground, "SCH", "status", lambda _row: {})


def _pupil_and_student(ground: Ground) -> Broken:
    """A pupil who was not admitted stands among the students as well, without contacts."""
    pupil = ground.take("SCH", lambda row: row["status"] == _REFUSED)
    student = ground.keep("UNI", ground.rows["UNI"][0]["id"])
    names = {name: pupil[name] for name in ("surname", "name", "patronymic", "born", "applied", "consent_on", "phone")}
    cells = {name: cell for name, cell in student.items() if name not in {"id", "enrolled", "teams", "email", "role"}}
    row = ground.add("UNI", **{**cells, **names, "grade": "1 курс", "status": "Ошибочная запись"})
    return ground.change("UNI", row, "status", _REFUSED)


def _digit_of_birthday(ground: Ground) -> Broken:
    def change(row: TypedRow) -> dict[str, Typed]:
        born = day(row, "born")
        return {"born": born + timedelta(days=-1 if born.day > 1 else 1)}

    return _second_row(ground, "SCH", "born", change)


def _letter_of_surname(ground: Ground) -> Broken:
    def change(row: TypedRow) -> dict[str, Typed]:
        surname = str(row["surname"])
        at = next(at for at in range(2, len(surname) - 1) if surname[at] != surname[at + 1])
        return {"surname": surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :]}

    return _second_row(ground, "SCH", "surname", change)


def _was_participant(ground: Ground) -> Broken:
    experts = {row["participant"] for row in ground.rows["AGENDA"] if str(row["form"]).startswith("C6.2")}
    mentor = ground.take("MENT", lambda row: row["alumnus"] is not None and row["alumnus"] not in experts)
    ground.keep("UNI", mentor["alumnus"])
    return ground.change("MENT", mentor, "alumnus", None)


def _names_swapped(ground: Ground) -> Broken:
    row = ground.take("SCH", lambda row: row["status"] == _REFUSED and fold(str(row["name"])) in FIRST_NAMES)
    row["surname"], row["name"] = row["name"], row["surname"]
    return Broken("SCH", row, "surname")


def _one_phone(ground: Ground) -> Broken:
    pupil = ground.take("SCH", lambda row: row["status"] in {_REFUSED, _MEMBER})
    student = ground.take("UNI", lambda row: row["status"] == _MEMBER)
    return ground.change("UNI", student, "phone", pupil["phone"])


def _too_young(ground: Ground) -> Broken:
    row = ground.take("SCH", lambda row: row["status"] == _CANDIDATE)
    born = day(row, "born")
    return ground.change("SCH", row, "born", date(TODAY.year - 9, born.month, min(born.day, 28)))


def _grown_up(ground: Ground) -> Broken:
    def fits(row: TypedRow) -> bool:
        return row["status"] == _MEMBER and birthday(day(row, "born"), ADULT) <= TODAY

    return ground.change("SCH", ground.take("SCH", fits), "consent_by", "Представитель")


def _other_class(ground: Ground) -> Broken:
    row = ground.take("SCH", lambda row: _is_pupil(row, _MEMBER))
    number = int("".join(filter(str.isdecimal, str(row["grade"]))))
    return ground.change("SCH", row, "grade", f"{number + 3 if number <= _HIGH_CLASS else number - 4}А")


def _last_year(ground: Ground) -> Broken:
    row = ground.take("SCH", lambda row: row["status"] == _MEMBER)
    return ground.change("SCH", row, "school_year", "2024/2025")


def _pupil_of_college(ground: Ground) -> Broken:
    row = ground.take("SCH", lambda row: _is_pupil(row, _CANDIDATE, _REFUSED) and row["municipality"] is None)
    college = next(one for one in ground.rows["EDU"] if one["type"] == COLLEGE)
    ground.keep("EDU", college["id"])
    title = titled({"id": str(college["id"]), "short": str(college["short"])}, "short")
    return ground.change("SCH", row, "organisation", title, remarked="category")


def _other_home(ground: Ground) -> Broken:
    row = ground.take("SCH", lambda row: _is_pupil(row, _CANDIDATE, _REFUSED) and row["municipality"] is not None)
    homes = (one["id"] for one in ground.rows["MUN"] if row["municipality"] not in {one["id"], one["short"]})
    return ground.change("SCH", row, "municipality", next(homes))


def _late_consent(ground: Ground) -> Broken:
    row = ground.take("SCH", lambda row: row["status"] == _MEMBER)
    return ground.change("SCH", row, "consent_on", day(row, "enrolled") + timedelta(days=6))


def _minor_alone(ground: Ground) -> Broken:
    def fits(row: TypedRow) -> bool:
        return row["status"] == _CANDIDATE and birthday(day(row, "born"), ADULT) > TODAY

    return ground.change("SCH", ground.take("SCH", fits), "consent_by", "Сам")


def _withdrawn(ground: Ground) -> Broken:
    row = ground.take("SCH", lambda row: row["status"] == _REFUSED)
    return ground.change("SCH", row, "consent_withdrawn", TODAY - timedelta(days=5))


def _not_destroyed(ground: Ground) -> Broken:
    row = ground.take("SCH", lambda row: row["status"] == _REFUSED and day(row, "consent_on") < date(2026, 1, 1))
    return ground.change("SCH", row, "consent_withdrawn", date(2026, 2, 2))


def _left_but_in_team(ground: Ground) -> Broken:
    row = ground.take("SCH", lambda row: row["status"] == _LEFT)
    team = ground.rows["TEAM"][ground.dice.randrange(len(ground.rows["TEAM"]))]
    return ground.change("SCH", row, "team", f"{team['id']} · {team['name']}")


def _new_municipality(ground: Ground) -> Broken:
    row = ground.add(
        "MUN",
        id="Дальний муниципальный округ",
        oktmo="62999000",
        short="Дальний округ",
        type="Муниципальный округ",
        since=date(2025, 1, 1),
    )
    return Broken("MUN", row, "id")


PEOPLE = (
    Crossing("X03", "a graduate among the mentors", _was_participant),
    Crossing("X05", "grown up, only the parent agreed", _grown_up),
    Crossing("X05", "a candidate of nine years", _too_young),
    Crossing("X42", "a minor agreed alone", _minor_alone),
    Crossing("X02", "a pupil among the students", _pupil_and_student),
    Crossing("X42", "withdrawn", _withdrawn),
    Crossing("X02", "another row of a pupil", _same_person),
    Crossing("X03", "a digit of the birthday", _digit_of_birthday),
    Crossing("X03", "two letters of the surname", _letter_of_surname),
    Crossing("X07", "a pupil of a college", _pupil_of_college),
    Crossing("X08", "lives elsewhere", _other_home),
    Crossing("X42", "withdrawn long ago", _not_destroyed),
    Crossing("X46", "left, and in a team still", _left_but_in_team),
    Crossing("X04", "one telephone", _one_phone),
    Crossing("X06", "a class of others", _other_class),
    Crossing("X06", "a class of last year", _last_year),
    Crossing("X42", "agreed after the enrolment", _late_consent),
    Crossing("X47", "a municipality that nobody has joined", _new_municipality),
    Crossing("X63", "surname and name in each other's place", _names_swapped),
)
