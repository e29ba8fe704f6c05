"""What a spreadsheet's locale changes: separators, default patterns, names of months and days, the words TRUE and FALSE."""

from dataclasses import dataclass, replace
from types import MappingProxyType


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_MONTHS = _words("January February March April May June July August September October November December")
_DAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


@dataclass(frozen=True)
class Locale:
    """One locale as Google Sheets knows it.

    `argument` and `column` stand between arguments and between columns of `{…}`; rows are parted by `;` everywhere.
    Patterns are in the notation of the API, which is the same in every locale (`#,##0.00`). `month_forms` are the
    forms that stand after a day («12 мая»); months start from January, days from Monday.
    Sources: sheets_api.md §5 "Locale ru_RU"; recorded grids for the patterns of en_US. Patterns and words of the
    other locales are those that the interface shows, not recorded [?].
    """

    tag: str = "en_US"
    decimal: str = "."
    group: str = ","
    argument: str = ","
    column: str = ","
    date: str = "M/d/yyyy"
    time: str = "h:mm:ss am/pm"
    date_time: str = "M/d/yyyy H:mm:ss"
    day_first: bool = False
    months: tuple[str, ...] = _MONTHS
    month_forms: tuple[str, ...] = _MONTHS
    short_months: tuple[str, ...] = tuple(name[:3] for name in _MONTHS)
    days: tuple[str, ...] = _DAYS
    short_days: tuple[str, ...] = tuple(name[:3] for name in _DAYS)
    true: str = "TRUE"
    false: str = "FALSE"
    currency: str = "$"
    currency_after: bool = False
    function_names: str = "en"

    @property
    def row(self) -> str:
        """What stands between rows of `{…}`."""
        return ";"

    @property
    def money(self) -> str:
        """The default pattern of CURRENCY; recorded for en_US as `"$"#,##0.00` (grids/mixed-data.json)."""
        if self.currency_after:
            return f"#,##0.00[$ {self.currency}]"
        return f'"{self.currency}"#,##0.00'

    def default_pattern(self, kind: str) -> str:
        """The pattern of a numberFormat that names only its type; "" for TEXT and general numbers."""
        return {
            "NUMBER": "#,##0.00",
            "PERCENT": "0.00%",
            "CURRENCY": self.money,
            "DATE": self.date,
            "TIME": self.time,
            "DATE_TIME": self.date_time,
            "SCIENTIFIC": "0.00E+00",
        }.get(kind, "")

    def word(self, truth: bool) -> str:  # noqa: FBT001 the value of a cell
        """TRUE or FALSE as a cell shows it."""
        return self.true if truth else self.false


_ENGLISH = Locale()
_COMMA = replace(_ENGLISH, decimal=",", argument=";", column="\\")

_RUSSIAN = replace(
    _COMMA,
    tag="ru_RU",
    group="\u00a0",
    date="dd.MM.yyyy",
    time="H:mm:ss",
    date_time="dd.MM.yyyy H:mm:ss",
    day_first=True,
    months=_words("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
    month_forms=_words("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    short_months=_words("янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек."),
    days=_words("понедельник вторник среда четверг пятница суббота воскресенье"),
    short_days=_words("пн вт ср чт пт сб вс"),
    true="ИСТИНА",
    false="ЛОЖЬ",
    currency="₽",
    currency_after=True,
    function_names="ru",
)

_SPANISH_MONTHS = _words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")
_SPANISH = replace(
    _COMMA,
    tag="es_ES",
    group=".",
    date="dd/MM/yyyy",
    time="H:mm:ss",
    date_time="dd/MM/yyyy H:mm:ss",
    day_first=True,
    months=_SPANISH_MONTHS,
    month_forms=_SPANISH_MONTHS,
    short_months=_words("ene feb mar abr may jun jul ago sept oct nov dic"),
    days=_words("lunes martes miércoles jueves viernes sábado domingo"),
    short_days=_words("lun mar mié jue vie sáb dom"),
    true="VERDADERO",
    false="FALSO",
    currency="€",
    currency_after=True,
)

_LOCALES = (
    _ENGLISH,
    replace(
        _ENGLISH,
        tag="en_GB",
        date="dd/MM/yyyy",
        time="HH:mm:ss",
        date_time="dd/MM/yyyy HH:mm:ss",
        day_first=True,
        currency="£",
    ),
    _RUSSIAN,
    _SPANISH,
    replace(
        _COMMA,
        tag="fr_FR",
        group="\u202f",
        date="dd/MM/yyyy",
        time="HH:mm:ss",
        date_time="dd/MM/yyyy HH:mm:ss",
        day_first=True,
        true="VRAI",
        false="FAUX",
        currency="€",
        currency_after=True,
    ),
    replace(
        _COMMA,
        tag="de_DE",
        group=".",
        date="dd.MM.yyyy",
        time="HH:mm:ss",
        date_time="dd.MM.yyyy HH:mm:ss",
        day_first=True,
        true="WAHR",
        false="FALSCH",
        currency="€",
        currency_after=True,
    ),
)
_BY_TAG = MappingProxyType({locale.tag: locale for locale in _LOCALES})
_BY_LANGUAGE = MappingProxyType({locale.tag[:2]: locale for locale in reversed(_LOCALES)})


def locale_of(tag: str) -> Locale:
    """The locale of a tag (`ru_RU`, `ru-RU`, `ru`); an unknown country takes its language, an unknown language en_US.

    The answer keeps the tag it was asked for.
    """
    plain = tag.replace("-", "_")
    found = _BY_TAG.get(plain) or _BY_LANGUAGE.get(plain[:2].lower(), _ENGLISH)
    return replace(found, tag=plain or found.tag)
