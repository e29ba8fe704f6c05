"""Templates with which an office begins; it changes them as it likes in Word or LibreOffice."""

from collections.abc import Callable, Mapping

from reports.papers.drawing import CENTRE, LEFT, WIDE, Line, Sheet

_HAND = "_" * 12
_HEAD = "Руководитель регионального проектного офиса"
_HEADS_NAME = "{{ Руководитель РПО.инициалы }}"


def _diploma() -> bytes:
    """A diploma of a participant: dative, the title of the school, a line that only members of a team have."""
    sheet = Sheet(landscape=True, margins=(25, 30, 20, 30))
    sheet.frame()
    sheet.write(
        Line("{{ Полное наименование РПО }}", CENTRE, 14, after=40),
        Line("ДИПЛОМ", CENTRE, 44, bold=True, after=18),
        Line("вручается", CENTRE, 16, after=12),
        Line("{{ ФИО.дательный }}", CENTRE, 28, bold=True, after=12),
        Line("{{ Образовательная организация.полностью }}", CENTRE, 14),
        Line("{{ Класс или курс }}", CENTRE, 14, after=14),
        Line("за успешное участие в Программе «Кадры будущего для регионов», сезон {{ Сезон }}", CENTRE, 16, after=4),
        Line("{%p if Команда %}", CENTRE),
        Line("и работу в команде «{{ Команда }}»", CENTRE, 15),
        Line("{%p endif %}", CENTRE),
        Line("", after=30),
    )
    sheet.sign(_HEAD, _HEADS_NAME)
    sheet.write(Line("{{ Регион }}, {{ Сегодня.словами }}", CENTRE, 12, before=20, after=0))
    return sheet.saved()


def _consent() -> bytes:
    """A consent of a representative (152-ФЗ, part 4 of article 9); what the office does not keep is filled by hand."""
    sheet = Sheet(margins=(15, 12, 12, 25))
    sheet.write(
        Line("СОГЛАСИЕ", CENTRE, 13, bold=True, after=0),
        Line("законного представителя на обработку персональных данных", CENTRE, 12, bold=True, after=0),
        Line("несовершеннолетнего участника Программы", CENTRE, 12, bold=True, after=10),
        Line("Я, " + _REPRESENTATIVE + ",", LEFT, 11.5, indent=12.5),
        Line("паспорт: серия ______ № __________, выдан " + _HAND * 3, LEFT, 11.5),
        Line(_HAND * 6 + ",", LEFT, 11.5),
        Line("проживающий(ая) по адресу: " + _HAND * 4, LEFT, 11.5),
        Line(_HAND * 6 + ",", LEFT, 11.5),
        Line(_CHILD, WIDE, 11.5),
        *(Line(text, WIDE, 11.5, indent=12.5) for text in _CONSENT),
        Line("Дата: «____» ______________ 20____ г.", LEFT, 12, before=12, after=10),
        Line("Подпись: __________________ / ______________________________ /", LEFT, 12, after=0),
        Line("(фамилия, имя, отчество)", LEFT, 9, left=75),
    )
    return sheet.saved()


_REPRESENTATIVE = (
    "{% if Законный представитель: ФИО %}{{ Законный представитель: ФИО }}{% else %}" + _HAND * 5 + "{% endif %}"
)
_CHILD, *_CONSENT = (
    " ".join(paragraph.split())
    for paragraph in """
являясь законным представителем {{ ФИО.родительный }}, {{ Дата рождения }} года рождения
({{ Образовательная организация.полностью }}, {{ Класс или курс }}), в соответствии со статьёй 9 Федерального закона
от 27.07.2006 № 152-ФЗ «О персональных данных» даю согласие на обработку его (её) персональных данных и моих
персональных данных, указанных в этом согласии.

Оператор: {{ Организация-оператор }}; адрес регионального проектного офиса: {{ Адрес РПО }}.

Цель обработки: отбор участников, организация и учёт участия в Программе «Кадры будущего для регионов», отчётность
о Программе без указания имён.

Перечень персональных данных участника: фамилия, имя, отчество; дата рождения; образовательная организация, класс или
курс; муниципальное образование; телефон и адрес электронной почты; сведения о прохождении этапов Программы.
Персональные данные законного представителя: фамилия, имя, отчество, телефон.

Действия с персональными данными: сбор, запись, систематизация, накопление, хранение, уточнение, извлечение,
использование, блокирование, удаление, уничтожение — с использованием средств автоматизации и без них. Передача третьим
лицам и распространение персональных данных этим согласием не разрешаются: на них даётся отдельное согласие.

Согласие действует со дня подписания до конца участия в Программе и ещё ____________ после него. Его можно отозвать
письменным заявлением, направленным оператору.
""".strip().split("\n\n")
)


def _bus_list() -> bytes:
    """A list for a bus or passes: one table of all people."""
    sheet = Sheet(margins=(20, 10, 15, 20))
    sheet.write(
        Line("СПИСОК", CENTRE, 14, bold=True, after=0),
        Line("участников Программы для поездки на автобусе", CENTRE, 13, bold=True, after=2),
        Line("Мероприятие: " + "_" * 52, LEFT, 12, before=6, after=4),
        Line("Дата выезда: «____» ____________ 20____ г.    Автобус (гос. номер): " + "_" * 12, LEFT, 12, after=8),
    )
    sheet.table(
        ("№", "Фамилия, имя, отчество", "Дата рождения", "Образовательная организация", "Телефон"),
        (10, 54, 29, 45, 42),
        (
            ("{%tr for человек in люди %}", "", "", "", ""),
            (
                "{{ loop.index }}",
                "{{ человек.ФИО }}",
                "{{ человек.Дата рождения }}",
                "{{ человек.Образовательная организация }}",
                "{{ человек.Телефон }}",
            ),
            ("{%tr endfor %}", "", "", "", ""),
        ),
        11,
    )
    sheet.write(Line("Всего человек: {{ Количество }}", LEFT, 12, before=8, after=14))
    sheet.sign("Сопровождающий", "_" * 20)
    sheet.write(Line("", after=4))
    sheet.sign(_HEAD, _HEADS_NAME)
    sheet.write(Line("Составлен {{ Сегодня.словами }}", LEFT, 11, before=10, after=0))
    return sheet.saved()


def _gratitude() -> bytes:
    """A letter of gratitude to the employer of a mentor: post and name in the genitive and the dative."""
    sheet = Sheet(margins=(20, 15, 20, 30))
    sheet.write(
        Line("{{ Полное наименование РПО }}", CENTRE, 13, bold=True, after=0),
        Line("{{ Адрес РПО }}", CENTRE, 11, after=18),
        Line("{{ Сегодня.словами }} № ________", LEFT, 12, after=18),
        Line("Руководителю", LEFT, 13, left=85, after=0),
        Line("{{ Место работы.полностью.родительный }}", LEFT, 13, left=85, after=28),
        Line("БЛАГОДАРСТВЕННОЕ ПИСЬМО", CENTRE, 16, bold=True, after=16),
        Line("Уважаемый руководитель!", CENTRE, 13, after=8),
        *(Line(text, WIDE, 13, indent=12.5, after=6) for text in _THANKS),
        Line("Надеемся на продолжение сотрудничества.", WIDE, 13, indent=12.5, after=36),
    )
    sheet.sign(_HEAD, _HEADS_NAME)
    return sheet.saved()


_THANKS = tuple(
    " ".join(paragraph.split())
    for paragraph in """
Региональный проектный офис выражает благодарность Вашему коллективу за помощь в проведении Программы «Кадры будущего
для регионов» в сезоне {{ Сезон }}.

Просим передать нашу признательность {{ ФИО.дательный }}, {{ Должность.в_тексте.дательный }}. Участники команд многому
научились под руководством {{ ФИО.инициалы.родительный }}: каждая встреча с таким наставником помогает им увидеть своё
будущее в родном регионе.
""".strip().split("\n\n")
)


EXAMPLES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "Диплом участника": ("SCH", _diploma),
    "Согласие представителя": ("SCH", _consent),
    "Список на автобус": ("SCH", _bus_list),
    "Благодарность работодателю": ("MENT", _gratitude),
}
"""Name of the file without its ending → the key of the register that it is drawn for, and the drawing."""
