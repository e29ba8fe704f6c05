"""What a cell may be. One line a kind: type of the value, words for people, reader of a cell (domain.md §4).

Every kind but the codes may be None: an empty cell, or one that can't be read.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from config.cells.choices import read_choice, read_choices, read_yes_no
from config.cells.contacts import odd_phones, read_phone
from config.cells.dates import Spans, days_of, read_date, read_period, read_school_year, read_spans
from config.cells.emails import odd_emails, read_email
from config.cells.grades import Grade, read_grade
from config.cells.marks import odd_codes, odd_references, read_key, read_own_code, read_reference, read_references
from config.cells.money import read_money, sums_of
from config.cells.names import odd_names, read_full_name, read_name, read_patronymic
from config.cells.numbers import read_number, read_percent, read_whole
from config.cells.official import odd_inns, read_inn, read_kbk, read_kpp, read_ogrn, read_oktmo, read_snils
from config.cells.pages import read_page, read_url
from config.cells.text import read_text
from config.columns import Kind

Text = Annotated[str | None, Kind("text", "Текст", read_text)]
Code = Annotated[str, Kind("code", "Код", read_own_code, example="КМ-0012", odd=odd_codes)]
Key = Annotated[str, Kind("key", "Название-ключ", read_key, example="Проезд")]
PersonName = Annotated[str | None, Kind("name", "Фамилия или имя", read_name, example="Салтыков-Щедрин", odd=odd_names)]
Patronymic = Annotated[
    str | None,
    Kind("patronymic", "Отчество или «нет»", read_patronymic, example="Ильич", odd=odd_names, keeps=("нет",)),
]
FullName = Annotated[
    str | None, Kind("full_name", "Фамилия, имя и отчество", read_full_name, example="Чайкина Ольга Петровна")
]
Phone = Annotated[str | None, Kind("phone", "Телефон", read_phone, example="+7 912 345-67-89", odd=odd_phones)]
Email = Annotated[
    str | None, Kind("email", "Электронная почта", read_email, example="office@example.ru", odd=odd_emails)
]
RussianDate = Annotated[
    date | None, Kind("date", "Дата", read_date, example="01.09.2025", figures=days_of, is_date=True)
]
DateSpans = Annotated[
    Spans | None, Kind("spans", "Промежутки дат", read_spans, example="01.07.2026–14.07.2026; 05.08.2026")
]
Period = Annotated[str | None, Kind("period", "Период", read_period, example="2026-04")]
SchoolYear = Annotated[str | None, Kind("school_year", "Учебный год", read_school_year, example="2025/2026")]
ClassOrCourse = Annotated[Grade | None, Kind("grade", "Класс или курс", read_grade, example="9А")]
Whole = Annotated[int | None, Kind("whole", "Целое число", read_whole, example="12", keeps=("0",))]
Number = Annotated[float | None, Kind("number", "Число", read_number, example="87,5", keeps=("0",))]
Money = Annotated[
    Decimal | None, Kind("money", "Сумма в рублях", read_money, example="125 000,00", figures=sums_of, keeps=("0",))
]
Percent = Annotated[float | None, Kind("percent", "Процент от 0 до 100", read_percent, example="75%", keeps=("0",))]
YesNo = Annotated[
    bool | None, Kind("yes_no", "Да или Нет", read_yes_no, example="Да", keeps=("нет", "отсутствует", "0", "x", "х"))
]
Choice = Annotated[str | None, Kind("choice", "Значение из списка", read_choice)]
ChoicesOf = Annotated[
    tuple[str, ...] | None, Kind("choices", "Значения из списка через «;»", read_choices, several=True)
]
Ref = Annotated[
    str | None,
    Kind("ref", "Ссылка на запись", read_reference, example="КМ-0012", odd=odd_references, is_reference=True),
]
Refs = Annotated[
    tuple[str, ...] | None,
    Kind("refs", "Ссылки через «;»", read_references, example="КМ-0012; КМ-0013", several=True, is_reference=True),
]
Inn = Annotated[str | None, Kind("inn", "ИНН", read_inn, example="7707083893", odd=odd_inns)]
Ogrn = Annotated[str | None, Kind("ogrn", "ОГРН или ОГРНИП", read_ogrn, example="1027700132195")]
Kpp = Annotated[str | None, Kind("kpp", "КПП", read_kpp, example="770701001")]
Oktmo = Annotated[str | None, Kind("oktmo", "ОКТМО", read_oktmo, example="08631000")]
Snils = Annotated[str | None, Kind("snils", "СНИЛС", read_snils, example="087-654-303 00")]
Kbk = Annotated[str | None, Kind("kbk", "КБК", read_kbk, example="07507010110199000611")]
PageUrl = Annotated[str | None, Kind("page", "Адрес страницы", read_page, example="https://vk.com/kadry_region")]
Url = Annotated[str | None, Kind("url", "Ссылка", read_url, example="https://example.ru/")]
