"""In what two rows that may be one human being are alike and differ, in words that name nobody."""

from validators.duplicates.chance import Evidence
from validators.duplicates.days import Born
from validators.duplicates.search import Alike
from validators.duplicates.words import Like


def differs(one: Alike) -> str:
    """In what two rows differ, in words that name nobody: for the remark and for the list of pairs."""
    found = one.found
    parts = [words for words, like in _words_of(found) if like in {Like.SLIP, Like.SPELLING}]
    told = [f"Чуть разное написание: {', '.join(parts)}"] if parts else []
    told += [words for like, words in _SURNAMES.items() if found.surname is like]
    told += [words for like, words in _PATRONYMICS.items() if found.patronymic is like and _one_has_none(one)]
    told += [_DAYS[found.born]] if found.born in _DAYS and not (one.row.is_mentor or one.other.is_mentor) else []
    same = "телефон или почта" if found.contact else ""
    return "; ".join(told or ["Совпадает имя"]) + (f"; совпадает {same}" if same else "")


def _words_of(found: Evidence) -> tuple[tuple[str, Like], ...]:
    return ("фамилия", found.surname), ("имя", found.name), ("отчество", found.patronymic)


def _one_has_none(one: Alike) -> bool:
    return bool(one.row.patronymic or one.other.patronymic)


_SURNAMES = {Like.PART: "В одной строке двойная фамилия", Like.FAR: "Другая фамилия, остальное совпадает"}
_PATRONYMICS = {Like.SILENT: "В одной строке нет отчества", Like.FAR: "Другое отчество"}
_DAYS = {
    Born.SWAPPED: "В дате рождения переставлены день и месяц",
    Born.TURNED: "В дате рождения переставлены цифры",
    Born.DIGIT: "В дате рождения отличается одна цифра",
    Born.PART: "В дате рождения отличается день, месяц или год",
    Born.SILENT: "В одной строке нет даты рождения",
    Born.FAR: "Даты рождения разные",
}
