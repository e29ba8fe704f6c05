"""What has changed since yesterday, and how fresh the data of the head's page are."""

from datetime import date, timedelta

from reports import wording
from reports.causes import above_info
from reports.facts import Facts
from reports.head.duties import tasks
from reports.head.figures import bare_figures
from reports.naming import tab_of
from reports.state import data_of
from validators.office import Standing

_MOVED = {"K02": "участники", "K09": "команды", "K13": "наставники", "K15": "площадки"}


def news(facts: Facts) -> list[str]:
    """What has changed since yesterday: figures, tasks, remarks."""
    yesterday = facts.today - timedelta(days=1)
    found = [f"{_MOVED[key]} {wording.signed(change)}" for key, change in _changes(facts).items()]
    done = sum(one.done is not None and one.done >= yesterday and one.is_done(facts.today) for one in tasks(facts))
    gone = sum(one.due == yesterday and one.is_late(facts.today) for one in tasks(facts))
    found += [f"исполнено дел: {done}"] if done else []
    found += [f"просрочено дел: {gone}"] if gone else []
    return found + _remark_news(facts)


def _changes(facts: Facts) -> dict[str, float]:
    before, now = facts.past.figures_yesterday, bare_figures(facts)
    changes = {key: now[key] - before[key] for key in _MOVED if key in now and key in before}
    return {key: change for key, change in changes.items() if change}


def _remark_news(facts: Facts) -> list[str]:
    before = facts.past.open_yesterday
    if before is None:
        return []
    now = {remark.fingerprint for remark in above_info(facts.remarks)}
    silent = {remark.fingerprint for remark in facts.silent}
    fresh, mended = len(now - before), len(before - now - silent)
    news = [f"новых замечаний: {fresh}"] if fresh else []
    return news + ([f"исправлено замечаний: {mended}"] if mended else [])


def freshness(facts: Facts) -> str:
    """How fresh the data are, in one line: the newest and the oldest of them, and what could not be taken today."""
    accounts, registers = facts.scene.office.accounts, facts.scene.office.tables
    dated = [(day, key) for key in registers if registers[key].register.prefix and (day := data_of(facts, key))]
    parts = [_ages(dated) if dated else "Возраст данных неизвестен"]
    late = [key for key, one in accounts.items() if one.standing in {Standing.HELD, Standing.FAILED}]
    if late:
        named = ", ".join(f"«{tab_of(key)}»" for key in late[:2])
        parts.append(f"не приняты: {named}" + (f" и ещё {len(late) - 2}" if len(late) > 2 else ""))
    return f"{'; '.join(parts)}."


def _ages(dated: list[tuple[date, str]]) -> str:
    oldest, newest = min(dated), max(dated)
    if oldest[0] == newest[0]:
        return f"Данные от {wording.day(newest[0])}"
    return f"Данные от {wording.day(newest[0])}, старее всех «{tab_of(oldest[1])}», {wording.day(oldest[0])}"
