"""A small office with pupils, a request of the federal office and explanations, for tests of what goes outside."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sync.desk import Desk
from sync.run import update
from tests.sync.municipal import pupil
from tests.sync.offices import STAFF, Rows, desk_of, team, write_book

SETTINGS = """
[office]
region = "Приозёрская область"
oktmo = "62"
today = 2026-04-15

[registers]
kept = ["STAFF", "EDU", "SCH", "TEAM", "DOC", "NOTE", "MUN", "PASSPORT"]
"""
TOWNS = ("Бийск", "Барнаул", "Рубцовск")
APRIL, MAY = "2026-04-28", "2026-05-05"
REQUEST = "ДК-0001"
CANARIES = ("Канарейкин", "+7 983 777-11-22", "9837771122", "canary7@example.org", "112-233-445 95")
"""A surname, a telephone, its digits, an address, a СНИЛС: none of them may leave."""


def school(number: int, town: str) -> Mapping[str, object]:
    return {
        "Код": f"ОО-{number:04d}", "Полное наименование": f"Школа № 1 города {town}", "Тип": "Общеобразовательная",
        "Муниципалитет": town,
    }  # fmt: skip


def enrolled() -> list[Mapping[str, object]]:
    """Thirty pupils: twenty of one town, seven of another, three of the third; two have left."""
    homes = [TOWNS[0]] * 20 + [TOWNS[1]] * 7 + [TOWNS[2]] * 3
    rows = [pupil(at, f"Школа № 1 города {town}", Команда="КМ-0001") for at, town in enumerate(homes, 1)]
    left = {"Статус участника": "Выбыл", "Дата выбытия": date(2026, 2, 2), "Причина выбытия": "Переезд"}
    return [{**row, **left} if at in {1, 2} else row for at, row in enumerate(rows)]


def paper(code: str, **cells: object) -> Mapping[str, object]:
    """A row of «Документы и переписка с ФПО»."""
    usual = {"Код": code, "Исполнитель": "РП-0002", "Корреспондент": "ФПО", "Заголовок": "О ходе набора"}
    return usual | cells


PAPERS: Rows = (
    paper(
        REQUEST, Направление="Входящий", Вид="Запрос", Статус="Получен", Дата=date(2026, 4, 9), **{
            "Рег. №": "ФПО-31", "Срок ответа": date(2026, 5, 20),
        },
    ),
    paper("ДК-0002", Направление="Исходящий", Вид="Письмо", Статус="Отправлен", Дата=date(2026, 4, 2), **{"Рег. №": "1"}),
)  # fmt: skip


def note(code: str, subject: str, reason: str, **cells: object) -> Mapping[str, object]:
    """A row of «Пояснения» about April."""
    return {"Код": code, "Период": "2026-04", "Показатель или раздел": subject, "Причина": reason} | cells


NOTES: Rows = (
    note("ПЯ-0001", "K02", "Набор продлён до мая", Меры="Второй поток", Срок=date(2026, 5, 20), Кто="РП-0002"),
    note("ПЯ-0002", "Команды", "Канарейкину Льву не выдали справку"),
    note("ПЯ-0003", "Команды", "Звоните: +7 983 777-11-22"),
    note("ПЯ-0004", "Команды", "Пишите на canary7@example.org"),
    note("ПЯ-0005", "Команды", "СНИЛС 112-233-445 95 не принят"),
)


def build_federal(folder: Path, pupils: Rows | None = None) -> Desk:
    """The office after its update of 28 April."""
    folder.mkdir(exist_ok=True)
    (folder / "office.toml").write_text(SETTINGS, encoding="utf-8")
    write_book(folder, ["STAFF"], {"STAFF": STAFF})
    write_book(folder, ["EDU"], {"EDU": [school(at, town) for at, town in enumerate(TOWNS, 1)]})
    canary = pupil(99, "Школа № 1 города Бийск", Фамилия="Канарейкин", Имя="Лев", Телефон="+7 983 777-11-22")
    people = [*(enrolled() if pupils is None else pupils), {**canary, "E-mail": "canary7@example.org"}]
    write_book(folder, ["SCH"], {"SCH": people})
    themes = ("Река", "Проект Канарейкина", "Пишите: canary7@example.org")
    teams = [team(at, **{"Название проекта": theme, "Стадия": "Разработка"}) for at, theme in enumerate(themes, 1)]
    write_book(folder, ["TEAM"], {"TEAM": teams})
    write_book(folder, ["DOC"], {"DOC": PAPERS})
    write_book(folder, ["NOTE"], {"NOTE": NOTES})
    write_book(folder, ["MUN", "PASSPORT"], {
        "MUN": [{"Наименование": town, "ОКТМО": f"0170{at}000"} for at, town in enumerate(TOWNS, 1)],
        "PASSPORT": [{"Сведение": "Телефон РПО", "Значение": "8 (3852) 55-01-14"}],
    }, "Справочники")  # fmt: skip
    desk = desk_of(folder, APRIL)
    update(desk)
    return desk
