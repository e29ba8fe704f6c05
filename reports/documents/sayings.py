"""Each indicator as a clause of a document: its number with noun and verb and the plan, or why it is not known."""

from collections.abc import Iterable, Mapping

from reports import wording
from reports.documents.agreement import PARTICIPANT, Portion, Saying, sentences, unknown
from reports.facts import Facts
from reports.figures.catalogue import BY_ID
from reports.figures.figure import Figure, whole

_PEOPLE = ("участника", "участников")
_TRAINED = "из тех, кому требуется установочное обучение, его"
_TRIED = "профессиональную пробу или стажировку"
_BY_PRIORITY = "по приоритетным направлениям"
_APPROVED = "по утверждённым приоритетным направлениям"
NUMBERS: Mapping[str, Saying] = {
    "K01": Saying(
        ("подана", "подано", "подано"), ("заявка", "заявки", "заявок"), "заявок не подано", "числе поданных заявок"
    ),
    "K02": Saying(
        ("зачислен", "зачислено", "зачислено"), PARTICIPANT, "зачисленных нет", "числе зачисленных участников"
    ),
    "K04": Saying(
        ("охвачен", "охвачено", "охвачено"),
        ("муниципалитет", "муниципалитета", "муниципалитетов"),
        "ни один муниципалитет не охвачен",
        "охвате муниципалитетов",
    ),
    "K05": Saying(
        ("охвачена", "охвачено", "охвачено"),
        ("образовательная организация", "образовательные организации", "образовательных организаций"),
        "ни одна образовательная организация не охвачена",
        "охвате образовательных организаций",
    ),
    "K09": Saying(
        ("действует", "действуют", "действует"),
        ("команда", "команды", "команд"),
        "действующих команд нет",
        "числе действующих команд",
    ),
    "K11": Saying(
        (f"{_APPROVED} выполняется", f"{_APPROVED} выполняются", f"{_APPROVED} выполняется"),
        ("проект", "проекта", "проектов"),
        "проектов по утверждённым приоритетным направлениям нет",
        "проектах по приоритетным направлениям",
    ),
    "K12": Saying(
        ("защищён", "защищено", "защищено"),
        ("проект", "проекта", "проектов"),
        "защищённых проектов нет",
        "числе защищённых проектов",
    ),
    "K13": Saying(
        ("утверждён", "утверждено", "утверждено"),
        ("наставник", "наставника", "наставников"),
        "утверждённых наставников нет",
        "числе утверждённых наставников",
    ),
    "K15": Saying(
        ("утверждена", "утверждено", "утверждено"),
        ("площадка", "площадки", "площадок"),
        "утверждённых площадок нет",
        "числе утверждённых площадок",
    ),
    "K16": Saying(
        (f"{_TRIED} прошёл", f"{_TRIED} прошли", f"{_TRIED} прошли"),
        PARTICIPANT,
        "профессиональную пробу или стажировку никто не прошёл",
        "прошедших профессиональные пробы и стажировки",
    ),
    "K20": Saying(
        ("в региональную повестку включён", "в региональную повестку включено", "в региональную повестку включено"),
        ("человек", "человека", "человек"),
        "в региональную повестку никто не включён",
        "включённых в региональную повестку",
    ),
    "K26": Saying(
        ("с национальными проектами согласовано",) * 3,
        ("мероприятие", "мероприятия", "мероприятий"),
        "мероприятий, согласованных с национальными проектами, нет",
        "мероприятиях, согласованных с национальными проектами",
    ),
    "K28": Saying(
        ("с начала года вышла", "с начала года вышли", "с начала года вышло"),
        ("публикация", "публикации", "публикаций"),
        "с начала года публикаций не было",
        "публикациях",
    ),
    "K33": Saying(
        (f"{_BY_PRIORITY} утверждена", f"{_BY_PRIORITY} утверждено", f"{_BY_PRIORITY} утверждено"),
        ("образовательная организация", "образовательные организации", "образовательных организаций"),
        "по приоритетным направлениям ни одна образовательная организация не утверждена",
        "утверждённых образовательных организациях",
    ),
}
"""Indicators that are numbers of people and things."""

PORTIONS: Mapping[str, Portion] = {
    "K06": Portion(
        (f"{_TRAINED} прошёл", f"{_TRAINED} прошли"),
        _PEOPLE,
        f"{_TRAINED} не прошёл ни один",
        "прохождении установочного обучения",
    ),
    "K07": Portion(
        ("на цифровой платформе активен", "на цифровой платформе активны"),
        _PEOPLE,
        "на цифровой платформе не активен ни один",
        "активности на цифровой платформе",
    ),
    "K10": Portion(
        ("полный состав у", "полный состав у"),
        ("команды", "команд"),
        "полного состава нет ни у одной",
        "составе команд",
    ),
    "K19": Portion(
        ("поощрён", "поощрены"),
        _PEOPLE,
        "не поощрён ни один",
        "поощрении участников",
    ),
    "K22": Portion(
        ("в срок исполнено", "в срок исполнено"),
        ("мероприятия плана с наступившим сроком", "мероприятий плана с наступившим сроком"),
        "в срок не исполнено ни одно",
        "исполнении плана мероприятий",
    ),
    "K23": Portion(
        ("в срок исполнено", "в срок исполнено"),
        ("поручения с наступившим сроком", "поручений с наступившим сроком"),
        "в срок не исполнено ни одно",
        "исполнении поручений",
    ),
    "K27": Portion(
        ("действующей страницей охвачен", "действующей страницей охвачены"),
        _PEOPLE,
        "действующей страницей не охвачен ни один",
        "охвате участников страницами",
    ),
    "K29": Portion(
        ("в срок представлен", "в срок представлено"),
        ("отчёта", "отчётов"),
        "в срок не представлен ни один",
        "сроках представления отчётов",
    ),
    "K30": Portion(
        ("в срок исполнен", "в срок исполнено"),
        ("запроса ФПО", "запросов ФПО"),
        "в срок не исполнен ни один",
        "исполнении запросов ФПО",
    ),
    "K31": Portion(
        ("согласие на обработку персональных данных действует у",) * 2,
        _PEOPLE,
        "согласие на обработку персональных данных не действует ни у одного",
        "согласиях на обработку персональных данных",
    ),
}
"""Indicators that are a part of a whole."""

SHARES: Mapping[str, tuple[str, str]] = {
    "K08": ("средний прогресс на цифровой платформе —", "прогрессе на цифровой платформе"),
    "K18": ("сохранность контингента —", "сохранности контингента"),
    "K25": ("внебюджетных средств в кассовом исполнении —", "доле внебюджетных средств"),
    "K32": ("индекс качества данных —", "качестве данных"),
    "K34": ("в регионе остались", "закреплении выпускников в регионе"),
}
"""Indicators of which only the percent is said: what comes before it, and what is spoken of."""


def said(facts: Facts, key: str) -> str:
    """The indicator of the day as a clause: «зачислено 143 участника при плане на дату 150 (95,3 %)»."""
    return clause(facts.once(whole, BY_ID[key]))


def told(facts: Facts, keys: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """The clauses of those that are known, and one sentence about the rest, by the reason; "" when all are known."""
    wholes = [facts.once(whole, BY_ID[key]) for key in keys]
    unknowns: dict[str, list[str]] = {}
    for one in wholes:
        if one.value is None:
            unknowns.setdefault(one.count.why, []).append(_about(one.indicator.id))
    silent = sentences(*(unknown(why, *abouts) for why, abouts in unknowns.items()))
    return tuple(clause(one) for one in wholes if one.value is not None), silent


def _about(key: str) -> str:
    return NUMBERS[key].about if key in NUMBERS else PORTIONS[key].about if key in PORTIONS else SHARES[key][1]


def clause(figure: Figure) -> str:
    """The same of a figure, whole or of a cut."""
    key, value = figure.indicator.id, figure.value
    if key in NUMBERS:
        saying = NUMBERS[key]
        return unknown(figure.count.why, saying.about) if value is None else saying.of(value) + _against(figure)
    if key in PORTIONS:
        part, count = PORTIONS[key], figure.count
        if value is None:
            return unknown(count.why, part.about)
        return part.of(count.done, count.due, value) + _against(figure)
    words, about = SHARES[key]
    if value is None:
        return unknown(figure.count.why, about)
    return f"{words} {wording.percent(value)}{_against(figure)}"


def _against(figure: Figure) -> str:
    """The plan on the day in words; nothing where there is none."""
    plan, planned = figure.plan, figure.planned
    if plan is None or planned is None:
        return ""
    number = wording.percent(plan) if figure.indicator.unit == "%" else wording.decimal(plan)
    if not figure.value and not planned.less_is_better:
        return f", план на дату — {number}"
    words = "при предельном значении" if planned.less_is_better else "при плане на дату"
    share = figure.share
    done = "" if share is None or planned.less_is_better or figure.indicator.unit == "%" else wording.percent(share)
    return f" {words} {number}" + (f" (выполнение {done})" if done else "")
