"""No text of the package holds personal data, but the name of the head who signs and the telephone of the executor."""

from collections.abc import Iterator

from reports.disclosure.personal import Known, found_in
from reports.federal.verifying.case import INSIDE, Case, Failure
from reports.federal.writing.summary import SUMMARY

_OPEN = frozenset({"1/Подписал: имя/Значение", "1/Исполнитель: телефон/Значение"})


def names_nobody(case: Case) -> Iterator[Failure]:
    """As far as can be seen without registers: contacts, documents, names with a patronymic or initials, codes."""
    package, summary = case.package, case.package.summary
    texts = [(key, value) for key, value in package.cells.items() if isinstance(value, str) and key not in _OPEN]
    notes = () if summary is None else summary.note
    texts += [("note", words) for one in notes for words in (one.subject, one.reason, one.measures, one.who)]
    for key, words in texts:
        found = found_in(words, Known(), free=False)
        if found:
            yield Failure(SUMMARY, f"{SUMMARY}, «{key}»: в тексте есть личные данные ({', '.join(found)}).", INSIDE)
