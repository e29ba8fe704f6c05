"""The head's morning summary: the eight figures, what is held, who has the most in hand, what is new."""

from collections.abc import Iterator

from reports import wording
from reports.facts import Facts, Undelivered
from reports.head.duties import Load, loads
from reports.head.figures import Head, eight
from reports.head.news import news
from reports.mail.discreet import is_discreet
from reports.mail.letter import Line, Part
from reports.mail.people import unreachable
from reports.naming import post_of, tab_of
from reports.report import Light
from validators.counting.retention import to_destroy
from validators.office import Standing

_MOST_LOADED = 3
_MOST = 10


def summary(facts: Facts) -> tuple[Part, ...]:
    """The parts of the summary that have something to say; the figures always have."""
    parts = (
        Part("Восемь цифр", tuple(Line(_figure(facts, one)) for one in eight(facts))),
        Part("Приём данных приостановлен", _said(_held(facts))),
        Part("Со вчера", _said(news(facts))),
        Part("Больше всего дел", _said(_loaded(facts))),
        Part("Личные данные пора уничтожить", _said(_destroyed(facts))),
        Part("Письма, которые не доходят", _said(_undelivered(facts))),
        Part("Кому не написать", _said(unreachable(facts))),
    )
    return tuple(one for one in parts if one.lines)


def _said(texts: Iterator[str] | list[str]) -> tuple[Line, ...]:
    found = list(texts)
    rest = [f"и ещё: {len(found) - _MOST}"] if len(found) > _MOST else []
    return tuple(Line(wording.sentence(one)) for one in (*found[:_MOST], *rest))


def _figure(facts: Facts, one: Head) -> str:
    if one.fact is None and one.share is None:
        return f"{one.title}: нет данных{f' ({one.why})' if one.why else ''}"
    parts = [wording.decimal(one.fact)] if one.fact is not None else []
    parts += [f"план на дату {wording.decimal(one.plan)}"] if one.plan is not None else []
    parts += [wording.percent(one.share)] if one.share is not None else []
    parts += [f"за неделю {wording.signed(one.week)}"] if one.week else []
    light = "без оценки" if one.light is Light.GREY else one.light.value
    why = f"; {one.why}" if one.why and one.light is not Light.GREEN and is_discreet(facts, one.why) else ""
    return f"{one.title}: {', '.join(parts)} — {light}{why}"


def _held(facts: Facts) -> Iterator[str]:
    for one in facts.pending:
        reason = f" {wording.sentence(one.reason)}" if is_discreet(facts, one.reason) else ""
        what = "ждёт новый файл" if one.file is not None else f"ждёт вашего решения с {wording.day(one.since)}"
        yield f"«{tab_of(one.register)}» — {what}.{reason} Принять: rpo ack {one.number}"
    accounts = facts.scene.office.accounts
    for key, account in accounts.items():
        if account.standing is Standing.FAILED:
            yield f"«{tab_of(key)}» — не прочитан, показаны последние принятые данные"


def _loaded(facts: Facts) -> Iterator[str]:
    for one in loads(facts)[:_MOST_LOADED]:
        if one.late or one.at_work or one.remarks:
            yield f"{post_of(facts.scene.office, one.code)}: {_hands(one)}"


def _hands(one: Load) -> str:
    late = f", просрочено {wording.whole(one.late)}" if one.late else ""
    return f"в работе {wording.whole(one.at_work)}{late}, замечаний {wording.whole(one.remarks)}"


def _destroyed(facts: Facts) -> Iterator[str]:
    for one in to_destroy(facts.scene.office, facts.today):
        yield f"{one.id}, до {wording.day(one.until)}: {one.ground}. После очистки таблиц: rpo purge {one.id}"


def _undelivered(facts: Facts) -> Iterator[str]:
    for one in facts.past.undelivered:
        yield undelivered_words(one, post_of(facts.scene.office, one.recipient))


def undelivered_words(one: Undelivered, who: str) -> str:
    """«Специалист: письмо не уходит с 10.04.2026, 550: такого адреса нет»."""
    end = "; больше не отправляется" if one.given_up else ""
    return f"{who}: письмо не уходит с {wording.day(one.since)}, {one.why}{end}"
