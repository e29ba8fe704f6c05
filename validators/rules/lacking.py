"""What a row lacks to be approved, in the words of remarks."""

from validators.counting.approvals import MENTORS, PRIORITIES, Lack, Shortfall, Subject

_ENDS = {PRIORITIES.key: "направление действовало по", MENTORS.key: "срок полномочий закончился"}


def lacking(subject: Subject, found: Shortfall) -> str:
    """«решение РШ-0007 отменено с 10.03.2026», without a capital letter and a full stop."""
    day = f"{found.day:%d.%m.%Y}" if found.day else ""
    match found.lack:
        case Lack.NO_DECISION:
            return f"нет принятого решения по вопросу {subject.question}"
        case Lack.EXCEPTED:
            return f"в решении {found.what} он назван после слова «кроме»"
        case Lack.NOT_YET:
            return f"решение {found.what} действует только с {day}" if found.what else f"действует только с {day}"
        case Lack.REVOKED:
            return f"решение {found.what} отменено с {day}"
        case Lack.RAN_OUT:
            return f"{_ENDS.get(subject.key, 'соглашение действовало по')} {day}"
        case Lack.STATUS:
            return f"статус «{found.what}»" if found.what else "статус не указан"
