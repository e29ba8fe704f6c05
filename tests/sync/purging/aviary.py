"""An office with a pupil whose every value is a canary: read twice, typed anew, written about, closed, exported."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from sync.cli import main
from sync.desk import Desk
from sync.run import update
from tests.sync.offices import STAFF, Rows, desk_of, team, write_book

CODE = "ШК-0002"
SETTINGS = """
[office]
region = "Приозёрская область"
today = 2026-04-15

[registers]
kept = ["STAFF", "TEAM", "EDU", "SCH"]
"""
BORN = date(2010, 7, 19)
CANARIES = (
    "Канарейкин", "Кенарович", "922 555-44-33", "9225554433", "kenar@birds.example", "Клеткина", "922 555-11-22",
    "40378", "19.07.2010", "Птичьи секреты",
)  # fmt: skip
CANARY: Mapping[str, object] = {
    "Код": CODE, "Фамилия": "Канарейкин", "Имя": "Кенар", "Отчество": "Кенарович", "Дата рождения": BORN,
    "Образовательная организация": "ОО-0001", "Класс или курс": "9А", "Статус участника": "Участник",
    "Дата зачисления": date(2025, 10, 1), "Согласие: дата": date(2025, 9, 1), "Согласие дал": "Представитель",
    "Телефон": "+7 922 555-44-33", "E-mail": "kenar@birds.example", "Команда": "КМ-0001",
    "Законный представитель: ФИО": "Клеткина Кира Карловна",
    "Законный представитель: телефон": "+7 922 555-11-22", "Примечание": "Птичьи секреты",
}  # fmt: skip
_SURNAMES = ("Белов", "Канарейкин", "Галкин", "Дятлов", "Зимин", "Орлов")
_NAMES = ("Глеб", "Кенар", "Пётр", "Олег", "Лев", "Иван")
NOTE = "Капитан — Канарейкин Кенар, позвонить Кенару Канарейкину"
CODES = tuple(f"ШК-{number:04d}" for number in range(1, 7))


def pupil(number: int, **changed: object) -> Mapping[str, object]:
    if f"ШК-{number:04d}" == CODE:
        return {**CANARY, **changed}
    return {
        **CANARY, "Код": f"ШК-{number:04d}", "Фамилия": _SURNAMES[number - 1], "Имя": _NAMES[number - 1],
        "Отчество": "Ильич", "Дата рождения": date(2010, 1, number), "Телефон": f"+7 912 000-00-0{number}",
        "E-mail": f"pupil{number}@mail.example", "Законный представитель: ФИО": f"{_SURNAMES[number - 1]} Илья Львович",
        "Законный представитель: телефон": f"+7 913 000-00-0{number}", "Примечание": None, **changed,
    }  # fmt: skip


PUPILS: Rows = [pupil(number) for number in range(1, 7)]
SCHOOL = {"Код": "ОО-0001", "Полное наименование": "МБОУ «Школа № 5»", "Тип": "Общеобразовательная", "Муниципалитет": "Приозёрный район"}  # fmt: skip


def type_pupils(root: Path, rows: Rows) -> None:
    write_book(root, ["SCH"], {"SCH": rows})


def lived(root: Path) -> Desk:
    """The office after three updates, the close of March, an export of everything and a row that was restored.

    What a team's note once said of him is only in the history by now.
    """
    root.mkdir(parents=True, exist_ok=True)
    (root / "office.toml").write_text(SETTINGS, encoding="utf-8")
    write_book(root, ["STAFF"], {"STAFF": STAFF})
    write_book(root, ["EDU"], {"EDU": [SCHOOL]})
    write_book(
        root, ["TEAM"], {"TEAM": [team(1, Примечание="Капитан — Канарейкин Кенар, позвонить Кенару Канарейкину")]}
    )
    type_pupils(root, [pupil(number, **({"Класс или курс": "8А"} if number == 2 else {})) for number in range(1, 7)])
    update(desk_of(root, "2026-03-30"))
    type_pupils(root, PUPILS)
    update(desk_of(root, "2026-03-31"))
    ran(root, "close", "2026-03", "--today", "2026-04-02", "--force", "не все реестры ведутся")
    type_pupils(root, [pupil(number, **({"Телефон": "+79225554433"} if number == 2 else {})) for number in range(1, 7)])
    write_book(root, ["TEAM"], {"TEAM": [team(1)]})
    update(desk_of(root))
    ran(root, "export", "--all")
    ran(root, "restore", "SCH", CODE)
    documents = root / "private" / "documents"
    documents.mkdir(parents=True)
    (documents / "Список.csv").write_text("Код;Имя\nШК-0002;Канарейкин Кенар\n", encoding="utf-8")
    (documents / "Другой.csv").write_text("Код;Имя\nШК-0003;Галкин Пётр\n", encoding="utf-8")
    return desk_of(root)


def cleared(root: Path) -> None:
    """Staff have emptied his row: the code stays, as on every row that is not begun."""
    type_pupils(root, [{"Код": CODE} if row["Код"] == CODE else row for row in PUPILS])


def ran(root: Path, *words: str) -> int:
    return main([*words, "--office", str(root), "-q"])


def found(root: Path, words: tuple[str, ...] = CANARIES) -> dict[str, list[str]]:
    """File → which of the words stand in its bytes, in the parts of a .zip, in whatever zlib has compressed."""
    hits = {}
    for path in sorted(one for one in root.rglob("*") if one.is_file()):
        texts = list(_bytes(path))
        told = [word for word in words if any(word.encode() in data for data in texts)]
        if told:
            hits[str(path.relative_to(root))] = told
    return hits


def _bytes(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    yield data
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from map(archive.read, archive.namelist())
        return
    for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        try:
            yield zlib.decompressobj().decompress(data[start.start() :])
        except zlib.error:
            continue
