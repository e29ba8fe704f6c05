"""What a person is told of a package that went out: where it lies, what is hidden, what stayed at home, what to do."""

from collections.abc import Iterator, Mapping

from config.periods import period_words
from reports import wording
from reports.wording import NBSP
from sync.federal import Exported
from sync.issuing import kind_of


def words_of(made: Exported) -> Iterator[str]:
    """The whole account, a line each."""
    one = made.package
    what = f"за период «{period_words(one.period)}», данные на {wording.day(one.as_of)}"
    if one.correction:
        what = f"с уточнением №{NBSP}{one.correction} {what}"
    if one.request:
        what = f"по запросу {one.request}, данные на {wording.day(one.as_of)}"
    if made.is_new:
        yield f"Пакет для ФПО {what} выпущен: №{NBSP}{one.number} в сезоне."
    else:
        yield f"Пакет для ФПО {what} уже выпущен {wording.day(one.issued_at.date())}: это он, ничего не изменено."
    yield f"Папка: {made.folder}"
    yield f"Архив: {made.archive}"
    hidden = made.hidden
    cells = wording.counted(hidden, "ячейка", "ячейки", "ячеек")
    yield f"Скрыто: {cells}. Итоги при этом верны." if hidden else "Скрытых ячеек нет."
    yield from _kept(made)
    yield from _next(made)


def _kept(made: Exported) -> Iterator[str]:
    kept = made.package.kept
    if kept:
        yield "Не вошли тексты, в которых похоже на личные данные; исправьте их и выпустите уточнение:"
        yield from (f"  {code or '—'}: {place}." for code, place in dict.fromkeys(kept))


def _next(made: Exported) -> Iterator[str]:
    one = made.package
    yield f"Проверить пакет: rpo verify {made.archive}"
    if one.request:
        yield (
            f"Отправив, впишите ответ в «Документы и переписку с ФПО» и укажите его код в строке {one.request}, "
            "столбец «Ответ»."
        )
        return
    yield (
        "Отправив, впишите письмо в «Документы и переписку с ФПО»: «Исходящий», корреспондент «ФПО», "
        f"вид «{kind_of(one.period)}», период {one.period}, номер и дата. Без этой строки останется замечание X51."
    )


def as_json(made: Exported) -> Mapping[str, object]:
    """The same for programs."""
    one = made.package
    return {
        "folder": str(made.folder),
        "archive": str(made.archive),
        "new": made.is_new,
        "number": one.number,
        "period": one.period,
        "as_of": one.as_of.isoformat(),
        "correction": one.correction,
        "request": one.request or None,
        "hidden": made.hidden,
        "left_out": [{"row": code, "place": place} for code, place in one.kept],
        "digest": one.digest,
        "previous": one.previous,
    }
