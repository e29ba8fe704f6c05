"""The indicators of the programme (domain.md §5.5): one line each, in the order of their codes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Indicator:
    """What an indicator is: its unit as IND writes it, and the cuts that make sense.

    `dated` — its rows have dates, so it can be counted on an earlier day from the tables of today.
    """

    id: str
    title: str
    unit: str
    cuts: tuple[str, ...] = ()
    dated: bool = False


_PEOPLE = ("category", "municipality", "priority")
_WHOSE = ("owner", "stage")

INDICATORS: tuple[Indicator, ...] = (
    Indicator("K01", "Подано заявок", "чел.", _PEOPLE, dated=True),
    Indicator("K02", "Зачислено", "чел.", _PEOPLE, dated=True),
    Indicator("K03", "Конкурс", "чел. на место"),
    Indicator("K04", "Муниципалитетов охвачено", "ед.", dated=True),
    Indicator("K05", "Образовательных организаций охвачено", "ед.", ("kind", "municipality"), dated=True),
    Indicator("K06", "Прошли установочное обучение", "%", ("category", "municipality")),
    Indicator("K07", "Активны на цифровой платформе", "%", ("category", "municipality")),
    Indicator("K08", "Средний прогресс на цифровой платформе", "%", ("category", "municipality")),
    Indicator("K09", "Команд действует", "ед.", ("priority", "stage", "municipality"), dated=True),
    Indicator("K10", "Команд полного состава", "%", ("priority", "municipality")),
    Indicator("K11", "Проектов по приоритетным направлениям", "ед.", ("priority",)),
    Indicator("K12", "Проектов защищено", "ед.", ("priority", "municipality"), dated=True),
    Indicator("K13", "Наставников утверждено", "чел.", ("category", "municipality"), dated=True),
    Indicator("K14", "Участников на одного наставника", "чел."),
    Indicator("K15", "Площадок утверждено", "ед.", ("kind", "municipality", "priority"), dated=True),
    Indicator("K16", "Прошли профессиональные пробы и стажировки", "чел.", ("category", "municipality"), dated=True),
    Indicator("K17", "Загрузка мест на площадках", "%"),
    Indicator("K18", "Сохранность контингента", "%", _PEOPLE),
    Indicator("K19", "Охват мерами мотивации", "%", ("category", "municipality")),
    Indicator("K20", "Включены в региональную повестку", "чел.", ("category", "municipality"), dated=True),
    Indicator("K21", "Экспертный пул выпускников", "чел.", dated=True),
    Indicator("K22", "Исполнение плана мероприятий в срок", "%", _WHOSE, dated=True),
    Indicator("K23", "Поручения исполнены в срок", "%", ("owner",), dated=True),
    Indicator("K24", "Кассовое исполнение", "%", ("source",)),
    Indicator("K25", "Доля внебюджетных средств", "%"),
    Indicator("K26", "Мероприятий, согласованных с нацпроектом", "ед."),
    Indicator("K27", "Участников охвачено действующей страницей", "%", ("category", "municipality")),
    Indicator("K28", "Публикаций", "ед.", ("kind",), dated=True),
    Indicator("K29", "Отчёты представлены в срок", "%"),
    Indicator("K30", "Запросы ФПО исполнены в срок", "%", ("owner",)),
    Indicator("K31", "Участников с действующими согласиями", "%", ("category", "municipality")),
    Indicator("K32", "Индекс качества данных", "%"),
    Indicator("K33", "Организаций, утверждённых по направлениям", "ед.", ("kind", "municipality")),
    Indicator("K34", "Остались в регионе", "%", ("category", "municipality")),
)
"""Every indicator once."""

BY_ID = {one.id: one for one in INDICATORS}
