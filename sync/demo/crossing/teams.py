"""Teams with the wrong people, pages that nobody keeps, sites without room."""

from datetime import date, timedelta

from config.registers.participation import REWARD
from sync.demo.crossing.ground import Broken, Crossing, Ground, TypedRow, day
from sync.demo.season import TODAY

_MOVES = ("Проектная сессия", "Консультация наставника")
_LONG_AGO = timedelta(45)


def _stuck(ground: Ground) -> Broken:
    """A team at «Идея»: what were its consultations become rewards, and its last session is long past."""
    team = ground.take("TEAM", lambda team: team["stage"] == "Идея" and _are_whole(ground, _recent_moves(ground, team)))
    for member in _members(ground, team):
        ground.keep("SCH" if str(member["id"]).startswith("ШК") else "UNI", member["id"])
    for row in _recent_moves(ground, team):
        ground.keep("PROG", row["id"])
        row.update(kind=REWARD, title="Поощрение за идею проекта", mentor=None, hours=None, format=None)
        row.update(reward="Благодарность", proof=f"Приказ о поощрении от {day(row, 'start'):%d.%m.%Y}")
    return Broken("TEAM", team, "stage")


def _are_whole(ground: Ground, rows: list[TypedRow]) -> bool:
    return all(ground.is_whole("PROG", row) for row in rows)


def _recent_moves(ground: Ground, team: TypedRow) -> list[TypedRow]:
    members = {row["id"] for row in _members(ground, team)}
    return [
        row
        for row in ground.rows["PROG"]
        if row["participant"] in members and row["kind"] in _MOVES and day(row, "start") >= TODAY - _LONG_AGO
    ]


def _members(ground: Ground, team: TypedRow) -> list[TypedRow]:
    people = [*ground.rows["SCH"], *ground.rows["UNI"]]
    return [row for row in people if str(team["id"]) in str(row.get("team") or row.get("teams"))]


def _wrong_size(ground: Ground) -> Broken:
    team = ground.take("TEAM")
    return ground.change("TEAM", team, "size", int(str(team["size"])) + 4)


def _three_teams(ground: Ground) -> Broken:
    """The sizes of his new teams are left blank, so that they are not wrong as well."""
    student = ground.take("UNI", lambda row: row["status"] == "Участник" and row["role"] == "Участник")
    more = [ground.take("TEAM", lambda row: str(row["id"]) not in str(student["teams"])) for _ in range(2)]
    for team in more:
        team["size"] = None
    own = str(student["teams"])[:7]
    return ground.change("UNI", student, "teams", "; ".join([own, *(str(team["id"]) for team in more)]))


def _captain_of_others(ground: Ground) -> Broken:
    team = ground.take("TEAM")
    stranger = ground.take(
        "SCH", lambda row: row["status"] == "Участник" and str(team["id"]) not in str(row.get("team"))
    )
    return ground.change("TEAM", team, "captain", stranger["id"])


def _too_many_teams(ground: Ground) -> Broken:
    """A mentor who takes one team, of the first list as all who have a team, is named by another team too."""
    mentor = ground.take("MENT", lambda row: len(_teams_of(ground, row)) == 1)
    mentor["most_teams"] = 1
    team = ground.take("TEAM", lambda row: str(mentor["id"]) not in str(row["mentors"]))
    changed = ground.change("TEAM", team, "mentors", f"{team['mentors']}; {mentor['id']}")
    return Broken("MENT", mentor, "most_teams", changed.change)


def _not_cleared(ground: Ground) -> Broken:
    mentor = ground.take("MENT", lambda row: bool(_teams_of(ground, row)) and row["clearance"] == "Подтверждён")
    return ground.change("MENT", mentor, "clearance", "Не подтверждён")


def _teams_of(ground: Ground, mentor: TypedRow) -> list[TypedRow]:
    return [team for team in ground.rows["TEAM"] if str(mentor["id"]) in str(team["mentors"])]


def _no_room(ground: Ground) -> Broken:
    site = ground.take("ENT", lambda row: _most_tests(ground, row) > 1)
    return ground.change("ENT", site, "places_tests", 1)


def _most_tests(ground: Ground, site: TypedRow) -> int:
    """The most people who had a test there on one day."""
    starts = [row["start"] for row in _tests_at(ground, site)]
    return max(map(starts.count, starts), default=0)


def _tests_at(ground: Ground, site: TypedRow) -> list[TypedRow]:
    kind = "Профессиональная проба"
    return [row for row in ground.rows["PROG"] if row["kind"] == kind and row.get("organisation") == site["id"]]


def _too_young(ground: Ground) -> Broken:
    """A site whose guests were all of one age or older, but for one; now it takes only those who are older than he."""
    for site in ground.rows["ENT"]:
        for least in range(15, 18):
            young = [row for row in _guests(ground, site) if _age(ground, row) < least]
            if len(young) == 1 and ground.is_whole("ENT", site) and ground.is_whole("PROG", young[0]):
                ground.keep("SCH", young[0]["participant"])
                ground.keep("PROG", young[0]["id"])
                changed = ground.change("ENT", ground.keep("ENT", site["id"]), "youngest", least)
                return Broken("PROG", young[0], "organisation", changed.change)
    raise LookupError("ENT: no site has a guest who is the youngest")


def _guests(ground: Ground, site: TypedRow) -> list[TypedRow]:
    return [row for row in ground.rows["PROG"] if row.get("organisation") == site["id"]]


def _age(ground: Ground, row: TypedRow) -> int:
    person = next(one for key in ("SCH", "UNI") for one in ground.rows[key] if one["id"] == row["participant"])
    born, on = day(person, "born"), day(row, "start")
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _nameless_kind(ground: Ground) -> Broken:
    partners = {str(team["partners"]) for team in ground.rows["TEAM"]}
    return ground.change("ENT", ground.take("ENT", lambda row: row["id"] in partners), "type", None)


def _page_of(ground: Ground, prefix: str) -> TypedRow:
    return ground.take("PAGE", lambda row: str(row["whose"]).startswith(prefix))


def _no_page(ground: Ground) -> Broken:
    """The page of a team is said to be the office's own."""
    page = _page_of(ground, "КМ-")
    team = ground.keep("TEAM", str(page["whose"])[:7])
    return Broken("TEAM", team, None, ground.change("PAGE", page, "whose", "РПО").change)


def _page_of_minor(ground: Ground) -> Broken:
    adults = date(TODAY.year - 18, TODAY.month, TODAY.day)
    pupil = ground.take(
        "SCH",
        lambda row: row["status"] == "Участник" and row["consent_publication"] == "Нет" and day(row, "born") > adults,
    )
    return ground.change("PAGE", _page_of(ground, "СТ-"), "whose", pupil["id"])


def _other_platform(ground: Ground) -> Broken:
    return ground.change("PAGE", _page_of(ground, "КМ-"), "platform", "Rutube")


def _silent(ground: Ground) -> Broken:
    return ground.change("PAGE", _page_of(ground, "КМ-"), "last_post", TODAY - timedelta(38))


def _not_in_ok(ground: Ground) -> Broken:
    page = next(row for row in ground.rows["PAGE"] if row["platform"] == "Одноклассники")
    changed = ground.change("PAGE", ground.keep("PAGE", page["id"]), "state", "Завершена")
    return Broken("PAGE", None, None, changed.change)


TEAMS = (
    Crossing("X53", "team without a session for long", _stuck),
    Crossing("X17", "guest younger than the site takes", _too_young),
    Crossing("X09", "declared size is wrong", _wrong_size),
    Crossing("X10", "student in three teams", _three_teams),
    Crossing("X11", "captain of another team", _captain_of_others),
    Crossing("X13", "mentor of more teams than he takes", _too_many_teams),
    Crossing("X14", "mentor without clearance", _not_cleared),
    Crossing("X16", "more people than places", _no_room),
    Crossing("X57", "partner without kind", _nameless_kind),
    Crossing("X18", "team without a page", _no_page),
    Crossing("X19", "page of a minor without consent", _page_of_minor),
    Crossing("X20", "other platform", _other_platform),
    Crossing("X21", "silent page", _silent),
    Crossing("X54", "no official page in Одноклассники", _not_in_ok),
)
