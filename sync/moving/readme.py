"""README.txt of the package and the words about it: what is inside, that it holds personal data, how to use it."""

from dataclasses import dataclass
from datetime import datetime

from config.registers import REGISTERS
from reports.wording import NBSP, counted, moment

README = "README.txt"
_TABS = {one.key: one.tab for one in REGISTERS}


@dataclass(frozen=True)
class Contents:
    """What is said of a package: whose it is, of which moment (ISO) and update, what is in it and what is not.

    `mode` is that of personal data; `names` — names that stand apart went along; `left_out` — keys of the settings;
    `paths` — its files but the descriptor.
    """

    region: str
    season: str
    created: str
    run: int
    registers: tuple[str, ...] = ()
    names: bool = True
    mode: str = "local"
    left_out: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()

    @property
    def of_update(self) -> str:
        """As of which update the registers and the history are."""
        return f"по состоянию на обновление №{NBSP}{self.run}" if self.run else "до первого обновления"


def description(contents: Contents) -> str:
    """One paragraph for whoever opens the package."""
    what = f"Реестры офиса и вся их история {contents.of_update}."
    return f"{what} {personal(contents)} Устройство папки описано в {README}."


def personal(contents: Contents) -> str:
    """What must be known of personal data before the folder is given to anybody."""
    if contents.names:
        return "В папке есть персональные данные, в том числе детей: храните и передавайте её по 152-ФЗ."
    return (
        "Имён и контактов из файлов папки private здесь нет, но сведения о людях по кодам есть: "
        "храните и передавайте папку по 152-ФЗ."
    )


def readme(contents: Contents) -> str:
    """The whole file; lines end as Windows wants."""
    parts = [
        f"ВСЁ, ЧТО ЕСТЬ У ОФИСА: {contents.region}, сезон {contents.season}",
        f"Выгружено {moment(datetime.fromisoformat(contents.created))}, реестры и история {contents.of_update}.",
        "",
        *_warning(contents),
        "",
        *_INSIDE,
        *_registers(contents),
        "",
        *_FORM,
        "",
        *_left_out(contents),
        "",
        *_back(contents),
    ]
    return "\ufeff" + "".join(f"{line}\r\n" for line in parts)


def _warning(contents: Contents) -> list[str]:
    lines = ["ПЕРСОНАЛЬНЫЕ ДАННЫЕ", personal(contents)]
    if not contents.names:
        lines += [
            "Офис ведёт имена отдельно (режим codes), и без ключа --with-names они офис не покидают: ни файлы папки",
            "private, ни имена из истории, ни выгрузки других систем, ни отчёты, где люди названы.",
        ]
    return [*lines, "Папка закрыта для других пользователей этого компьютера. Ненужную выгрузку удалите."]


_INSIDE = (
    "ЧТО ГДЕ ЛЕЖИТ",
    "datapackage.json     опись в открытом формате Frictionless Data Package: для каждого файла размер и контрольная",
    "                     сумма sha256, для каждой таблицы — столбцы, типы, ключи и связи (Table Schema)",
    "registers/*.csv      реестры, как их заполнили сотрудники: все столбцы, и те, которых сервис не знает",
    "registers/xlsx/      сами таблицы сотрудников; таблицы Google построены заново из того, что было прочитано",
    "values/*.csv         те же реестры, как их учёл сервис: даты, числа и коды, связи между реестрами",
    "history/*.csv        история: обновления, замечания, решения, ответы, версии строк, закрытые периоды",
    "history/contents*    содержимое, на которое история ссылается: каждое прочтение реестров и выпущенные отчёты",
    "settings/office.toml настройки",
    "templates/           шаблоны офиса",
    "reports/             отчёты сервиса, в папке archive — отчёты закрытых периодов",
    "exports/             пакеты, отправленные из офиса",
    "imports/, private/   выгрузки других систем и файлы с именами",
    "Папки, в которых у офиса ничего нет, отсутствуют. Таблицы CSV — по состоянию последнего обновления, файлы",
    "в registers/xlsx — как они лежат сейчас.",
)


def _registers(contents: Contents) -> list[str]:
    if not contents.registers:
        return ["Ни один реестр ещё не был принят."]
    return ["", "РЕЕСТРЫ", *(f"{key:<12} {_TABS[key]}" for key in contents.registers)]


_FORM = (
    "КАК ЧИТАТЬ БЕЗ НАШЕЙ ПРОГРАММЫ",
    "Таблицы — CSV в кодировке UTF-8, столбцы через «;»: Excel и LibreOffice открывают их двойным щелчком. Длинные",
    "номера (КБК, ИНН) Excel при этом округляет на экране: в файле они целы, не сохраняйте его поверх.",
    "Апостроф в начале текста («'=…», «'+…») значит, что дальше текст, а не формула; программа при чтении его снимает.",
    "В таблицах истории \\N — пусто (пустой текст — другое значение), моменты — ISO 8601.",
    "history/row_versions.csv: в столбце cells — ячейки строки в JSON; link — sha256 от JSON-списка из link прежней",
    "версии того же реестра (у первой — пустой текст), столбцов от register до source и sha256 от cells.",
    "history/contents.jsonl: в каждой строке одно содержимое. json — целиком: для чтения реестра это листы (grids) с",
    "ячейками по строкам, дата — её номер в Excel. steps — отличия от содержимого base: оба текста режут по «],[»,",
    "пара [первый, сколько] берёт куски прежнего, текст — новый кусок; соединённые через «],[», они дают содержимое.",
    "Имя содержимого (digest) — sha256 его текста.",
)


def _left_out(contents: Contents) -> list[str]:
    lines = ["ЧЕГО ЗДЕСЬ НЕТ", "Ключей доступа, паролей и токенов; журналов работы программы; прежних таких выгрузок."]
    lines.append("Где лежали таблицы и история: в новом офисе это папки registers и state.")
    if contents.left_out:
        lines.append(f"Из office.toml не выгружено: {', '.join(contents.left_out)}.")
    if not contents.names:
        lines.append("Имён и контактов: см. начало.")
    return lines


def _back(contents: Contents) -> list[str]:
    if not contents.names:
        return [
            "КАК СОЗДАТЬ ОФИС ИЗ ВЫГРУЗКИ",
            "Из этой нельзя: без имён история неполна. Для переноса выгрузите всё: rpo export --all --with-names",
        ]
    lines = [
        "КАК СОЗДАТЬ ОФИС ИЗ ВЫГРУЗКИ",
        "rpo init НОВАЯ-ПАПКА --from-export ПАПКА-ВЫГРУЗКИ",
        "Перед записью проверяются контрольные суммы всех файлов и цепочка версий строк.",
    ]
    if any(path.startswith("registers/xlsx/") for path in contents.paths):
        lines.append("Таблицы сотрудников лягут в папку registers, построенные из Google — в registers-google.")
    return lines


def files_words(contents: Contents) -> str:
    """How much is in the package."""
    return (
        f"{counted(len(contents.registers), 'реестр', 'реестра', 'реестров')}, "
        f"{counted(len(contents.paths) + 1, 'файл', 'файла', 'файлов')}"
    )
