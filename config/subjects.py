"""The subjects of the Russian Federation with their codes of ОКТМО, and which of them a typed name means."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from config.cells.text import fold


class Subject(NamedTuple):
    """A subject as the Constitution calls it (article 65); `also` — what people type besides.

    `oktmo` has eight digits. The first two are shared by a region and the autonomous areas in it (11, 71).
    """

    oktmo: str
    title: str
    also: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The two digits that the settings of an office hold."""
        return self.oktmo[:2]


SUBJECTS = (
    Subject("79000000", "Республика Адыгея (Адыгея)"),
    Subject("84000000", "Республика Алтай"),
    Subject("80000000", "Республика Башкортостан", ("Башкирия",)),
    Subject("81000000", "Республика Бурятия"),
    Subject("82000000", "Республика Дагестан"),
    Subject("21000000", "Донецкая Народная Республика", ("ДНР",)),
    Subject("26000000", "Республика Ингушетия"),
    Subject("83000000", "Кабардино-Балкарская Республика", ("КБР", "Кабардино-Балкария")),
    Subject("85000000", "Республика Калмыкия"),
    Subject("91000000", "Карачаево-Черкесская Республика", ("КЧР", "Карачаево-Черкесия")),
    Subject("86000000", "Республика Карелия"),
    Subject("87000000", "Республика Коми"),
    Subject("35000000", "Республика Крым"),
    Subject("43000000", "Луганская Народная Республика", ("ЛНР",)),
    Subject("88000000", "Республика Марий Эл"),
    Subject("89000000", "Республика Мордовия"),
    Subject("98000000", "Республика Саха (Якутия)", ("Якутия", "Республика Саха")),
    Subject("90000000", "Республика Северная Осетия — Алания", ("Северная Осетия", "РСО-Алания")),
    Subject("92000000", "Республика Татарстан (Татарстан)"),
    Subject("93000000", "Республика Тыва", ("Тува",)),
    Subject("94000000", "Удмуртская Республика", ("Удмуртия",)),
    Subject("95000000", "Республика Хакасия"),
    Subject("96000000", "Чеченская Республика", ("Чечня",)),
    Subject("97000000", "Чувашская Республика — Чувашия", ("Чувашская Республика", "Чувашия")),
    Subject("01000000", "Алтайский край"),
    Subject("76000000", "Забайкальский край"),
    Subject("30000000", "Камчатский край"),
    Subject("03000000", "Краснодарский край"),
    Subject("04000000", "Красноярский край"),
    Subject("57000000", "Пермский край"),
    Subject("05000000", "Приморский край"),
    Subject("07000000", "Ставропольский край"),
    Subject("08000000", "Хабаровский край"),
    Subject("10000000", "Амурская область"),
    Subject("11000000", "Архангельская область"),
    Subject("12000000", "Астраханская область"),
    Subject("14000000", "Белгородская область"),
    Subject("15000000", "Брянская область"),
    Subject("17000000", "Владимирская область"),
    Subject("18000000", "Волгоградская область"),
    Subject("19000000", "Вологодская область"),
    Subject("20000000", "Воронежская область"),
    Subject("23000000", "Запорожская область"),
    Subject("24000000", "Ивановская область"),
    Subject("25000000", "Иркутская область"),
    Subject("27000000", "Калининградская область"),
    Subject("29000000", "Калужская область"),
    Subject("32000000", "Кемеровская область — Кузбасс", ("Кемеровская область", "Кузбасс")),
    Subject("33000000", "Кировская область"),
    Subject("34000000", "Костромская область"),
    Subject("37000000", "Курганская область"),
    Subject("38000000", "Курская область"),
    Subject("41000000", "Ленинградская область"),
    Subject("42000000", "Липецкая область"),
    Subject("44000000", "Магаданская область"),
    Subject("46000000", "Московская область"),
    Subject("47000000", "Мурманская область"),
    Subject("22000000", "Нижегородская область"),
    Subject("49000000", "Новгородская область"),
    Subject("50000000", "Новосибирская область"),
    Subject("52000000", "Омская область"),
    Subject("53000000", "Оренбургская область"),
    Subject("54000000", "Орловская область"),
    Subject("56000000", "Пензенская область"),
    Subject("58000000", "Псковская область"),
    Subject("60000000", "Ростовская область"),
    Subject("61000000", "Рязанская область"),
    Subject("36000000", "Самарская область"),
    Subject("63000000", "Саратовская область"),
    Subject("64000000", "Сахалинская область"),
    Subject("65000000", "Свердловская область"),
    Subject("66000000", "Смоленская область"),
    Subject("68000000", "Тамбовская область"),
    Subject("28000000", "Тверская область"),
    Subject("69000000", "Томская область"),
    Subject("70000000", "Тульская область"),
    Subject("71000000", "Тюменская область"),
    Subject("73000000", "Ульяновская область"),
    Subject("74000000", "Херсонская область"),
    Subject("75000000", "Челябинская область"),
    Subject("78000000", "Ярославская область"),
    Subject("45000000", "Москва"),
    Subject("40000000", "Санкт-Петербург", ("СПб",)),
    Subject("67000000", "Севастополь"),
    Subject("99000000", "Еврейская автономная область", ("ЕАО",)),
    Subject("11800000", "Ненецкий автономный округ"),
    Subject("71800000", "Ханты-Мансийский автономный округ — Югра", ("Ханты-Мансийский АО", "ХМАО", "ХМАО-Югра")),
    Subject("77000000", "Чукотский автономный округ"),
    Subject("71900000", "Ямало-Ненецкий автономный округ", ("ЯНАО",)),
)  # fmt: skip
"""All of them, in the order of the Constitution."""

_SHORT = MappingProxyType({"обл": ("область",), "ао": ("автономный", "округ"), "авт": ("автономный",)})
_NOT_HEARD = frozenset({"республика", "респ", "город", "г", "федерального", "значения"})


def subject_named(name: str) -> Subject | None:
    """The subject that a typed name means: «Рязанская обл.», «г. Москва», «Татарстан»; None for another name."""
    return _BY_NAME.get(_key(name))


def subjects_coded(code: str) -> tuple[Subject, ...]:
    """The subjects whose codes begin with these two digits: one, none, or a region with the areas in it."""
    return tuple(one for one in SUBJECTS if one.code == code)


def _key(name: str) -> frozenset[str]:
    """The words of a name, in any order, without those that all republics and towns have."""
    words = [long for word in fold(name).split() for long in _SHORT.get(word, (word,))]
    return frozenset(words) - _NOT_HEARD


def _names() -> Mapping[frozenset[str], Subject]:
    return {_key(name): one for one in SUBJECTS for name in (one.title, *one.also)}


_BY_NAME = MappingProxyType(_names())
