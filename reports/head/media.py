"""О10 «Отчёт. Инфосопровождение»: who is covered by living pages, which are silent, what came out and who saw it."""

from collections.abc import Iterator, Sequence

from reports import wording
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import Figure, figures
from reports.figures.lights import bounded
from reports.figures.naming import rounded, shown
from reports.head.posts import by_month, by_platform, by_stage, chart_of_months, posts_of
from reports.head.trace import jump_to
from reports.naming import TABS
from reports.report import Block, Field, Form, Light, Listing, Recipe, Report, Value, Words
from validators.counting.count import obstacle
from validators.counting.media import OK, VK, teams_with_pages
from validators.counting.outreach import Voice, allowed, platform_at, voices

WORKBOOK = "Отчёты"
TAB = "Отчёт. Инфосопровождение"
_COVERAGE = (
    Field("Кто", 38),
    Field("Всего", 12, Form.WHOLE),
    Field("С действующей страницей", 18, Form.WHOLE),
    Field("%", 12, Form.PERCENT),
    Field("Оценка", 16),
    Field("Почему", 40),
    Field("Строки", 18),
)
_PAGES = (
    Field("Площадка", 22),
    Field("Страница", 16),
    Field("Чья", 22),
    Field("Последняя публикация", 18, Form.DATE),
    Field("Дней молчит", 14, Form.WHOLE),
    Field("Допустимо дней", 14, Form.WHOLE),
    Field("Подписчиков", 16, Form.WHOLE),
    Field("Оценка", 32),
)
_METHOD = (
    "Охвачен тот, у кого или у чьей команды есть своя страница с публикацией за последние 30 дней. Дни перерывов в "
    "молчание не входят. Охват публикаций — сумма вписанных просмотров, а не число разных людей."
)


def compose(facts: Facts) -> tuple[Report, ...]:
    """The one tab."""
    top = (
        Words("Информационное сопровождение", "title"),
        Words(f"По состоянию на {wording.day(facts.today)}", "subtitle"),
    )
    return (Report(WORKBOOK, TAB, (*top, *_body(facts))),)


MEDIA = Recipe("Инфосопровождение", compose)


def _body(facts: Facts) -> Iterator[Block]:
    pages, posts = (obstacle(facts.scene.office, key) for key in ("PAGE", "PUB"))
    if pages and posts:
        yield Words(f"Сказать нечего: «{TABS['PAGE']}» — {pages}, «{TABS['PUB']}» — {posts}.")
        return
    yield Words(" ".join((_of_pages(facts, pages), _of_posts(facts, posts))))
    if not pages:
        yield from _about_pages(facts)
    if not posts and posts_of(facts):
        yield by_platform(facts)
        yield by_stage(facts)
        yield chart_of_months(facts)
        yield by_month(facts)
    yield Words(_METHOD, "small")


def _about_pages(facts: Facts) -> Iterator[Block]:
    every = voices(facts.scene)
    silent = sorted((one for one in every if one.is_silent), key=lambda one: -(one.quiet or 0))
    yield Listing("Кто охвачен действующими страницами", _COVERAGE, tuple(_coverage(facts)), leading=1)
    yield Listing("Официальные страницы", _PAGES, tuple(_official(facts, every)), "официальных страниц нет")
    yield Listing("Молчат дольше допустимого", _PAGES, tuple(_page(facts, one) for one in silent), "все страницы живут")


def _k27(facts: Facts) -> list[Figure]:
    """The figure over all, then by category."""
    return [one for one in figures(facts, "K27") if one.cut.keys() <= {"category"}]


def _coverage(facts: Facts) -> Iterator[tuple[Value, ...]]:
    for one in _k27(facts):
        who = one.cut.get("category", "Участники, всего")
        light = _light(facts, one.value) if one.cut else one.light
        yield (who, *_of(one.value, len(one.count.rows), len(one.count.of)), light, one.why or None, jump_to(one))
    teams = teams_with_pages(facts.scene.office, facts.today)
    left = ", ".join(one for one in teams.of if one not in set(teams.rows))
    why = teams.why or (f"без действующей страницы: {left}" if left else "охвачены все")
    yield ("Команды", *_of(teams.value, len(teams.rows), len(teams.of)), _light(facts, teams.value), why, None)


def _of(share: float | None, done: int, due: int) -> tuple[Value, ...]:
    """Whole, part, percent; nothing is counted where there are no data."""
    return (None, None, shown(None)) if share is None else (due, done, rounded(share))


def _light(facts: Facts, share: float | None) -> Light:
    limits = facts.scene.settings.thresholds
    return Light.GREY if share is None else bounded(share, limits.pages_green, limits.pages_yellow)


def _official(facts: Facts, every: Sequence[Voice]) -> Iterator[tuple[Value, ...]]:
    """The pages that must be there first, then the others; a network without one says so."""
    table = facts.scene.office.tables["PAGE"]
    some = [one for one in every if table.values["official"][one.index]]
    at = {one: platform_at(table, one.index) for one in some}
    most = allowed(facts.scene.settings, official=True)
    for name in (VK, OK):
        if name not in at.values():
            yield (name, "страницы нет", None, None, None, most, None, Light.RED)
    for one in sorted(some, key=lambda one: at[one] not in {VK, OK}):
        yield _page(facts, one)


def _page(facts: Facts, one: Voice) -> tuple[Value, ...]:
    table = facts.scene.office.tables["PAGE"]
    whose, readers = (table.values[name][one.index] for name in ("whose", "followers"))
    light = Light.GREY if one.quiet is None else Light.RED if one.is_silent else Light.GREEN
    who, followers = str(whose or "") or None, readers if isinstance(readers, int) else None
    return (platform_at(table, one.index), table.ids[one.index], who, one.last, one.quiet, one.most, followers, light)


def _of_pages(facts: Facts, why: str) -> str:
    if why:
        return f"О страницах сказать нечего: реестр «{TABS['PAGE']}» — {why}."
    every = voices(facts.scene)
    if not every:
        return "Страниц пока нет."
    whole, silent = _k27(facts)[0], sum(one.is_silent for one in every)
    first = f"{BY_ID['K27'].title}: нет данных ({whole.why})."
    if whole.value is not None:
        done, due = (wording.whole(len(some)) for some in (whole.count.rows, whole.count.of))
        first = f"Действующей страницей охвачены {done} из {due} участников, {wording.percent(whole.value)}."
    kept = wording.counted(len(every), "страницы", "страниц", "страниц")
    quiet = wording.agreed(silent, "молчит", "молчат", "молчат").capitalize()
    return f"{first} {quiet} {silent} из {kept}." if silent else f"{first} Из {kept} ни одна не молчит."


def _of_posts(facts: Facts, why: str) -> str:
    if why:
        return f"О публикациях сказать нечего: реестр «{TABS['PUB']}» — {why}."
    some = posts_of(facts)
    if not some:
        return "Вышедших публикаций в этом году пока нет."
    reach = [one.reach for one in some if one.reach is not None]
    words = f"С начала года вышло {wording.counted(len(some), 'публикация', 'публикации', 'публикаций')}"
    return f"{words}, охват {wording.whole(sum(reach))}." if reach else f"{words}, охват не вписан."
