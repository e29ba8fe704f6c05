"""Ways to break what the collegial body has agreed with the registers: each leaves one remark."""

from datetime import date, timedelta

from config.registers.stages import STAGE_TITLES
from sync.demo.crossing.ground import Broken, Crossing, Ground, TypedRow, day
from sync.demo.season import LISTS, MORE_LISTS, OPENING, TODAY

_TEST = "Профессиональная проба"
_OLD_PRIORITY = "ПН-0006"


def _decision(ground: Ground, question: str, **cells: object) -> TypedRow:
    """The only decision with these cells on a question; nobody else may touch it."""

    def fits(row: TypedRow) -> bool:
        return str(row["question"]).startswith(question) and all(row.get(name) == cell for name, cell in cells.items())

    return ground.take("DEC", fits)


def _early_mentor(ground: Ground) -> Broken:
    """A mentor of the second list is written into a team that was formed before the list was approved."""
    mentor = ground.take("MENT", lambda row: row.get("approved") == MORE_LISTS and row.get("status") == "Утверждён")
    team = ground.take("TEAM", lambda row: day(row, "formed") < MORE_LISTS)
    return ground.change("TEAM", team, "mentors", f"{team['mentors']}; {mentor['id']}")


def _mentor_ran_out(ground: Ground) -> Broken:
    """A team has a second mentor, and his term has ended."""
    busy = {code for row in ground.rows["TEAM"] for code in str(row["mentors"]).split("; ")}
    mentor = ground.take("MENT", lambda row: row.get("approved") == LISTS and row["id"] not in busy)
    team = ground.take("TEAM", lambda row: ";" not in str(row["mentors"]))
    team["mentors"] = f"{team['mentors']}; {mentor['id']}"
    broken = ground.change("MENT", mentor, "term_until", TODAY - timedelta(days=15))
    return Broken("TEAM", team, "mentors", broken.change)


def _site_not_approved(ground: Ground) -> Broken:
    site = ground.take("ENT", lambda row: row.get("status") == "Предложена" and row.get("site_kind") != "Стажировка")
    activity = ground.take("PROG", lambda row: row.get("kind") == _TEST)
    return ground.change("PROG", activity, "organisation", site["id"])


def _site_of_another_kind(ground: Ground) -> Broken:
    site = ground.take("ENT", _takes_only_trainees)
    activity = ground.take("PROG", lambda row: row.get("kind") == _TEST and day(row, "start") > MORE_LISTS)
    return ground.change("PROG", activity, "organisation", site["id"])


def _takes_only_trainees(row: TypedRow) -> bool:
    return (row["status"], row["site_kind"]) == ("Утверждена", "Стажировка") and row["youngest"] in {None, 14}


def _old_priority(ground: Ground) -> Broken:
    student = ground.take("UNI", lambda row: row.get("status") == "Участник" and row.get("priority") is not None)
    return ground.change("UNI", student, "priority", _OLD_PRIORITY)


def _wrong_count(ground: Ground) -> Broken:
    decision = _decision(ground, "C4")
    return ground.change("DEC", decision, "approved_count", int(str(decision["approved_count"])) + 1)


def _wrong_day(ground: Ground) -> Broken:
    mentor = ground.take("MENT", lambda row: row.get("approved") == MORE_LISTS)
    return ground.change("MENT", mentor, "approved", MORE_LISTS + timedelta(days=3))


def _status_without_decision(ground: Ground) -> Broken:
    mentor = ground.take("MENT", lambda row: row.get("status") == "Предложен")
    return ground.change("MENT", mentor, "status", "Утверждён")


def _wrong_question(ground: Ground) -> Broken:
    mentors = next(row for row in ground.rows["DEC"] if str(row["question"]).startswith("C3"))
    site = ground.take("ENT", lambda row: row.get("status") == "Утверждена")
    return ground.change("ENT", site, "decision", mentors["id"])


def _revoked(ground: Ground) -> Broken:
    """A mentor whom nobody needs yet was approved by a decision of his own, and it was revoked."""
    mentor = ground.take("MENT", lambda row: row.get("status") == "Предложен")
    decision = _alone(ground, "C3 Наставники", mentor, revoked=TODAY - timedelta(days=12))
    mentor |= {"status": "Утверждён", "decision": decision["id"], "approved": OPENING}
    return Broken("MENT", mentor, "status")


def _alone(ground: Ground, question: str, row: TypedRow, revoked: date | None = None) -> TypedRow:
    opening = next(one for one in ground.rows["DEC"] if one["decided"] == OPENING)
    return ground.add(
        "DEC",
        body=opening["body"],
        decided=OPENING,
        question=question,
        content="Утвердить дополнительно",
        result="Принято",
        objects=row["id"],
        approved_count=1,
        revoked=revoked,
        protocol=opening["protocol"],
        point="9",
    )


def _not_considered(ground: Ground) -> Broken:
    decision = _decision(ground, "C5", stage="Э2", result="Принято")
    broken = ground.change("DEC", decision, "result", "Перенесено")
    return Broken("STAGE", ground.keep("STAGE", "Э2"), "closed", broken.change)


def _overdue(ground: Ground) -> Broken:
    task = ground.take("DEC", lambda row: row.get("due") == TODAY and row.get("execution") == "На контроле")
    return ground.change("DEC", task, "due", TODAY - timedelta(days=5))


def _no_mark(ground: Ground) -> Broken:
    task = ground.take("DEC", lambda row: row.get("execution") == "Исполнено")
    return ground.change("DEC", task, "mark", None)


def _no_grounds(ground: Ground) -> Broken:
    task = ground.take("DEC", lambda row: row.get("due_new") is not None)
    return ground.change("DEC", task, "due_why", None)


def _not_taken_up(ground: Ground) -> Broken:
    def fits(row: TypedRow) -> bool:
        due = row.get("due")
        return row.get("execution") == "На контроле" and isinstance(due, date) and due > TODAY

    return ground.change("DEC", ground.take("DEC", fits), "mark", None)


def _no_graduate(ground: Ground) -> Broken:
    expert = ground.take("AGENDA", _is_expert, first=0)
    for mentor in ground.rows["MENT"]:
        if mentor.get("alumnus") == expert["participant"]:
            ground.keep("MENT", mentor["id"])
    student = ground.take("UNI", lambda row: row.get("status") == "Участник")
    return ground.change("AGENDA", expert, "participant", student["id"])


def _is_expert(row: TypedRow) -> bool:
    return str(row["form"]).startswith("C6.2") and row.get("status") == "Включён"


def _unused(ground: Ground) -> Broken:
    """A site approved at the opening of the season, to which nobody has been sent."""
    site = ground.take("ENT", lambda row: row.get("status") == "Предложена")
    decision = _alone(ground, "C2 Предприятия и площадки", site)
    site |= {"status": "Утверждена", "decision": decision["id"], "approved": OPENING}
    return Broken("ENT", site, "decision")


def _no_governor(ground: Ground) -> Broken:
    return ground.change("PASSPORT", ground.keep("PASSPORT", "Губернатор"), "value", None)


def _no_meeting(ground: Ground) -> Broken:
    """A short stage between two meetings, with a control point and a report of its own."""
    start, end = OPENING + timedelta(days=5), OPENING + timedelta(days=19)
    stage = ground.add("STAGE", id="Э8", title="Дополнительный набор", start=start, end=end, for_students="Нет",
                       for_pupils="Нет")  # fmt: skip
    title = f"Этап Э1 завершён: {STAGE_TITLES['Э1'].lower()}"
    point = next(row for row in ground.rows["PLAN"] if row["title"] == title)
    own: TypedRow = {
        "title": "Этап Э8 завершён: дополнительный набор",
        "stage": "Э8",
        "start": start,
        "end": end,
        "done": end,
    }
    ground.add("PLAN", **{name: cell for name, cell in (point | own).items() if name != "id"})
    report = next(row for row in ground.rows["DOC"] if row["kind"] == "Отчёт по этапу" and row["period"] == "Э1")
    sent: TypedRow = {"title": "Отчёт по этапу Э8", "period": "Э8", "number": "8-Э", "day": end, "signed": end}
    ground.add("DOC", **{name: cell for name, cell in (report | sent).items() if name != "id"})
    return Broken("STAGE", stage, "end")


COUNCIL = (
    Crossing("X15", "site of another kind", _site_of_another_kind),
    Crossing("X41", "expert before the end of the Programme", _no_graduate),
    Crossing("X12", "term of a mentor has ended", _mentor_ran_out),
    Crossing("X12", "mentor before his approval", _early_mentor),
    Crossing("X15", "site without a decision", _site_not_approved),
    Crossing("X48", "site that nobody uses", _unused),
    Crossing("X33", "priority of the last season", _old_priority),
    Crossing("X34", "more approved than there are", _wrong_count),
    Crossing("X35", "status without a decision", _status_without_decision),
    Crossing("X35", "revoked decision", _revoked),
    Crossing("X35", "not the day of the decision", _wrong_day),
    Crossing("X35", "decision on another question", _wrong_question),
    Crossing("X36", "report of a stage not considered", _not_considered),
    Crossing("X37", "instruction overdue", _overdue),
    Crossing("X37", "done without a mark", _no_mark),
    Crossing("X37", "moved without grounds", _no_grounds),
    Crossing("X49", "no Governor", _no_governor),
    Crossing("X55", "stage without a meeting", _no_meeting),
    Crossing("X56", "instruction that nobody took up", _not_taken_up),
)
"""In the order of planting: those that need a rare row first."""
