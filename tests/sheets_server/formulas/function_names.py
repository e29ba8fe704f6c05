"""Names of functions in Russian, which ru_RU takes beside the English ones."""

from types import MappingProxyType

_RUSSIAN = """
    СУММ SUM · СРЗНАЧ AVERAGE · МИН MIN · МАКС MAX · СЧЕТ COUNT · СЧЕТЗ COUNTA · СЧЕТЕСЛИ COUNTIF
    СЧЕТЕСЛИМН COUNTIFS · СЧИТАТЬПУСТОТЫ COUNTBLANK · СУММЕСЛИ SUMIF · СУММЕСЛИМН SUMIFS · СУММПРОИЗВ SUMPRODUCT
    ЕСЛИ IF · ЕСЛИОШИБКА IFERROR · ЕСНД IFNA · ЕСЛИМН IFS · УСЛОВИЯ IFS · И AND · ИЛИ OR · НЕ NOT
    ВПР VLOOKUP · ГПР HLOOKUP · ПРОСМОТРX XLOOKUP · ИНДЕКС INDEX · ПОИСКПОЗ MATCH
    СТРОКА ROW · СТОЛБЕЦ COLUMN · ЧСТРОК ROWS · ЧИСЛСТОЛБ COLUMNS
    ДЛСТР LEN · ЛЕВСИМВ LEFT · ПРАВСИМВ RIGHT · ПСТР MID · СЖПРОБЕЛЫ TRIM · ПРОПИСН UPPER · СТРОЧН LOWER
    СЦЕПИТЬ CONCATENATE · ОБЪЕДИНИТЬ TEXTJOIN · ТЕКСТ TEXT · ЗНАЧЕН VALUE · ПОДСТАВИТЬ SUBSTITUTE
    НАЙТИ FIND · ПОИСК SEARCH · ОКРУГЛ ROUND · ЦЕЛОЕ INT · ОСТАТ MOD
    ЕПУСТО ISBLANK · ЕЧИСЛО ISNUMBER · ЕТЕКСТ ISTEXT · ЕОШИБКА ISERROR · ЕНД ISNA
    СЕГОДНЯ TODAY · ТДАТА NOW · ДАТА DATE · ВРЕМЯ TIME · ГОД YEAR · МЕСЯЦ MONTH · ДЕНЬ DAY
    ГИПЕРССЫЛКА HYPERLINK · ДВССЫЛ INDIRECT · Ч N · Т T
"""
_WORDS = _RUSSIAN.replace("·", " ").split()
RUSSIAN = MappingProxyType(dict(zip(_WORDS[::2], _WORDS[1::2], strict=True)))


def english(name: str, names: str) -> str:
    """The English name in capitals; `names` is `Locale.function_names`. An unknown name stays as it is [?: the list]."""
    capital = name.upper()
    return RUSSIAN.get(capital.replace("Ё", "Е"), capital) if names == "ru" else capital
