"""The period of a document: it must have begun, and its name in the words of a title."""

from config.errors import UsageError
from config.periods import is_stage, period_words
from reports import wording
from reports.documents.agreement import day_words
from reports.documents.document import Occasion
from reports.documents.stage import stages
from reports.facts import Facts
from validators.periods import window_of


def title_words(facts: Facts, occasion: Occasion) -> str:
    """«за март 2026 года», «за этап Э3 «…»», «на 15 апреля 2026 года» without a period.

    Raises UsageError when the period has no days or has not begun.
    """
    period = occasion.period
    if period is None:
        return f"на {day_words(facts.today)}"
    window = window_of(facts.scene.office, period)
    if window is None:
        raise UsageError(
            f"Дни периода «{period}» неизвестны.",
            advice="Укажите месяц (2026-04), квартал (2026-К1), год или этап, сроки которого есть в справочнике.",
        )
    if window.start > facts.today:
        raise UsageError(
            f"Период «{period_words(period)}» начнётся {wording.day(window.start)}: докладывать пока не о чем.",
            advice="Укажите период, который уже начался, или не указывайте его: документ будет на сегодня.",
        )
    if is_stage(period):
        known = {one.code: one.name for one in stages(facts.scene.office)}
        return f"за этап {known.get(period, period)}"
    return f"за {period_words(period).replace('г.', 'года')}"


def file_words(occasion: Occasion) -> str:
    """The end of a file's name: « 2026-03», nothing without a period."""
    return f" {occasion.period}" if occasion.period else ""
