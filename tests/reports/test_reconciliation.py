"""«Отчёт. Сверка»: both sayings side by side, one line a disagreement; what was not read is never said to agree."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from reports.facts import Facts
from reports.layout import shown
from reports.reconciliation import compose, outcomes
from reports.report import Light, Link, Listing, Words
from validators.office import Account, Standing

MakeFacts = Callable[..., Facts]
Tables = dict[str, str]

PUPIL = "Код | Фамилия | Имя | Отчество | Дата рождения | Образовательная организация | Класс или курс | Статус участника | Дата зачисления | Команда"
PUPILS = f"""{PUPIL}
ШК-0001 | Галкин | Пётр | Ильич | 01.02.2010 | ОО-0001 | 9А | Участник | 01.10.2025 | {{first}}
ШК-0002 | Стрижов | Лев | Ильич | 02.02.2010 | ОО-0001 | 9А | {{status}} | 01.10.2025 | {{second}}
"""
STUDENTS = """
Код | Фамилия | Имя | Отчество | Дата рождения | Вуз | Курс | Статус участника | Дата зачисления | Роль | Команды
СТ-0001 | Чайкина | Ольга | Петровна | 01.02.2006 | ОО-0002 | 2 курс | {status} | 01.10.2025 | {role} | {teams}
"""
TEAMS = """
Код | Название команды | Студент-лидер/тьютор | Наставники | Дата формирования | Стадия | Капитан | Заявленная численность
КМ-0001 | Маяк | {leaders} | НС-0001 | 10.11.2025 | {stage} | {captain} | {size}
КМ-0002 | Мост | | НС-0001 | 10.11.2025 | Идея | |
"""


def team(
    leaders: str = "СТ-0001", captain: str = "ШК-0001", size: str = "3", stage: str = "Идея", **people: str
) -> Tables:
    """A team of two pupils and a student; with other words where the case says so."""
    cells = {"first": "КМ-0001", "second": "КМ-0001", "status": "Участник"} | people
    student = {"role": "Тьютор", "teams": "КМ-0001", "status": "Участник"}
    student |= {key[8:]: value for key, value in people.items() if key.startswith("student_")}
    return {
        "SCH": PUPILS.format(**cells),
        "UNI": STUDENTS.format(**student),
        "TEAM": TEAMS.format(leaders=leaders, captain=captain, size=size, stage=stage),
    }


DECISIONS = """
Код | Кто решил | Дата заседания | Вопрос | Содержание решения | Результат | Объекты
РШ-0001 | Совет | 07.11.2025 | {question} | Утвердить список | {result} | {objects}
РШ-0002 | Совет | 26.01.2026 | {question} | Утвердить список | Принято | {more}
"""
MENTOR = "Код | Фамилия | Имя | Отчество | Статус | Решение | Дата утверждения\nНС-0001 | Уткин | Олег | Ильич | {status} | {decision} | {approved}\nНС-0002 | Гусев | Лев | Ильич | | |"
SITE = "Код | Полное наименование | Вид площадки | Статус | Решение | Дата утверждения\nПП-0001 | Завод | {kind} | {status} | {decision} | {approved}"
SCHOOL = "Код | Полное наименование | Тип | Решение | Дата утверждения\nОО-0001 | Колледж связи | колледж | {decision} | {approved}\nОО-0002 | Техникум | колледж | |"


def approved(
    text: str,
    question: str,
    objects: str,
    *,
    result: str = "Принято",
    more: str = "ПН-0009",
    **cells: str,
) -> Tables:
    """A record with its approval in both registers."""
    own = {"status": "", "decision": "", "approved": "", "kind": "Обе"} | cells
    key = {"C3": "MENT", "C2": "ENT", "C4": "EDU"}[question]
    decisions = DECISIONS.format(question=question, result=result, objects=objects, more=more)
    return {key: text.format(**own), "DEC": decisions}


def mentor(objects: str = "НС-0001", **cells: str) -> Tables:
    return approved(MENTOR, "C3", objects, **cells)


TRIPS = "Код | Участник | Вид | Название | Начало | Результат | Организация | Мероприятие\nПЭ-0001 | ШК-0001 | {kind} | День | {start} | {result} | ПП-0001 | {event}\nПЭ-0002 | ШК-0002 | {kind} | День | 12.03.2026 | Пройдено | ПП-0001 | {event}"


def trips(activity: str = "Стажировка", start: str = "10.03.2026", result: str = "Пройдено", event: str = "") -> str:
    return TRIPS.format(kind=activity, start=start, result=result, event=event)


def site(status: str = "Утверждена", since: str = "07.11.2025", kind: str = "Обе", **trip: str) -> Tables:
    return {"ENT": SITE.format(status=status, decision="", approved=since, kind=kind), "PROG": trips(**trip)}


PLAN = "Код | Мероприятие | Вид | Этап | Ответственный | Начало (план) | Окончание (план) | Статус | Функция | Финансируется\nМР-0001 | Сессия | Мероприятие | Э1 | {who} | 01.03.2026 | 20.04.2026 | {status} | {function} | {financed}"
MONEY = "Код | Мероприятие | Статья/направление | Источник | Год | План, год\nФН-0001 | {measure} | Призы | Местный бюджет | 2026 | 1000"
NP = "Код | Федеральный проект | Мероприятие/объект НП | Форма координации | Мероприятие РПО | Сроки с | Статус | Охват участников: факт\nНП-0001 | Профессионалитет | Мастерские | Обмен данными | МР-0001 | 01.03.2026 | {status} | {fact}"
PAGES = "Код | Чья страница | Ссылка | Последняя публикация\nСР-0001 | РПО | https://vk.com/kadry | {last}\nСР-0002 | РПО | https://ok.ru/kadry | 01.02.2026"
POSTS = "Код | Дата | Тема/заголовок | Статус | Страница\nПБ-0001 | 02.04.2026 | Новости | Вышла | {page}\nПБ-0002 | 09.04.2026 | Афиша | {status} | {page}\nПБ-0003 | 20.04.2026 | Планы | Запланирована | {page}"
PEOPLE = "Код | ФИО | Должность | Роль | Работает с | Работает по | Закреплённые функции\nРП-0001 | Орлова Вера Ильинична | Руководитель | R1 Руководитель | 01.09.2025 | {until} | {functions}"
INDICATOR = "Код | Код показателя | Показатель | План года | Факт (ввод)\nПК-0001 | {key} | Команд | 4 | {fact}"


def plan(financed: str = "Да", status: str = "В работе", measure: str | None = "МР-0001", function: str = "", who: str = "РП-0001") -> Tables:  # fmt: skip
    tables = {"PLAN": PLAN.format(financed=financed, status=status, function=function, who=who)}
    return tables | ({"FIN": MONEY.format(measure=measure)} if measure is not None else {})


def covered(fact: str, status: str = "В работе", **trip: str) -> Tables:
    return {"NP": NP.format(fact=fact, status=status), "PROG": trips(**({"event": "МР-0001"} | trip))}


def posts(last: str, status: str = "Вышла", page: str = "СР-0001") -> Tables:
    return {"PAGE": PAGES.format(last=last), "PUB": POSTS.format(status=status, page=page)}


def duties(functions: str, function: str = "R1.2", until: str = "", **cells: str) -> Tables:
    return plan(function=function, **cells) | {"STAFF": PEOPLE.format(functions=functions, until=until)}


def typed_fact(fact: str, key: str = "K09") -> Tables:
    return {**team(), "IND": INDICATOR.format(key=key, fact=fact)}


def told(facts: Facts, key: str) -> list[tuple[str, str, str]]:
    """(whose, first saying, second saying) of the disagreements of a pair."""
    found = next(one for one in outcomes(facts) if one.pair.key == key)
    assert found.compared is not None, found.why
    return [(one.subject, one.first.words, one.second.words) for one in found.compared.disagreements]


@pytest.mark.parametrize(
    ("key", "tables", "line"),
    [
        ("team_size", team(size="4"), ("КМ-0001", "4", "3")),
        ("team_size", team(status="Выбыл"), ("КМ-0001", "3", "2")),
        ("team_size", team(second="КМ-0002"), ("КМ-0001", "3", "2")),
        ("leaders", team(student_teams="КМ-0002"), ("КМ-0001", "СТ-0001", "нет")),
        ("leaders", team(student_teams=""), ("КМ-0001", "СТ-0001", "нет")),
        ("leaders", team(student_role="Участник"), ("КМ-0001", "СТ-0001", "нет")),
        ("leaders", team(student_status="Выбыл"), ("КМ-0001", "СТ-0001", "нет")),
        ("captain", team(first="КМ-0002"), ("КМ-0001", "ШК-0001", "ШК-0001: КМ-0002")),
        ("captain", team(first=""), ("КМ-0001", "ШК-0001", "ШК-0001: не указана")),
        ("captain", team(captain="ШК-0002", status="Выбыл"), ("КМ-0001", "ШК-0002", "выбыл")),
        ("mentor_approval", mentor("НС-0002", status="Утверждён"), ("НС-0001", "Утверждён", "решения нет")),
        ("mentor_approval", mentor(status="Предложен"), ("НС-0001", "Предложен", "утверждено, РШ-0001 от 07.11.2025")),
        ("mentor_approval", mentor(decision="РШ-0002"), ("НС-0001", "РШ-0002", "РШ-0001 от 07.11.2025")),
        ("mentor_approval", mentor("НС-0002", decision="РШ-0001"), ("НС-0001", "РШ-0001", "не назван")),
        ("mentor_approval", mentor("Список, кроме НС-0001", decision="РШ-0001"), ("НС-0001", "РШ-0001", "не назван")),
        ("mentor_approval", mentor(result="Запланировано", decision="РШ-0001"), ("НС-0001", "РШ-0001", "Запланировано")),
        ("mentor_approval", mentor(approved="08.11.2025"), ("НС-0001", "08.11.2025", "РШ-0001 от 07.11.2025")),
        ("site_approval", approved(SITE, "C2", "ПП-0002", status="Утверждена"), ("ПП-0001", "Утверждена", "решения нет")),
        ("institution_approval", approved(SCHOOL, "C4", "ОО-0002", decision="РШ-0001"), ("ОО-0001", "РШ-0001", "не назван")),
        ("site_use", site("Предложена", ""), ("ПП-0001", "Предложена", "стажировка, 2\u00a0строки, первая 10.03.2026")),
        ("site_use", site(since="11.03.2026"), ("ПП-0001", "утверждена 11.03.2026", "стажировка, 2\u00a0строки, первая 10.03.2026")),
        ("site_use", site(kind="Профессиональные пробы"), ("ПП-0001", "Профессиональные пробы", "стажировка, 2\u00a0строки, первая 10.03.2026")),
        ("financing", plan(measure=""), ("МР-0001", "Да", "строк нет")),
        ("financing", plan("Нет"), ("МР-0001", "Нет", "ФН-0001")),
        ("financing", plan(""), ("МР-0001", "Нет", "ФН-0001")),
        ("coverage", covered("3"), ("НП-0001", "3", "2 по МР-0001")),
        ("coverage", covered("2", result="Не явился"), ("НП-0001", "2", "1 по МР-0001")),
        ("indicator_fact", typed_fact("5"), ("ПК-0001 K09", "5", "2")),
        ("last_post", posts("10.04.2026"), ("СР-0001", "10.04.2026", "09.04.2026, ПБ-0002")),
        ("last_post", posts("09.04.2026", status="Запланирована"), ("СР-0001", "09.04.2026", "02.04.2026, ПБ-0001")),
        ("duties", duties("T1; R1.1"), ("R1.2", "РП-0001: T1; R1.1", "РП-0001: МР-0001")),
    ],
)  # fmt: skip
def test_a_disagreement_is_one_line_with_both_sayings(
    make_facts: MakeFacts, key: str, tables: Tables, line: tuple[str, str, str]
) -> None:
    assert told(make_facts(tables), key) == [line]


@pytest.mark.parametrize(
    ("key", "tables", "words"),
    [
        ("team_size", team(), "сходится 1 из 1"),
        ("team_size", team(size=""), "сверять нечего"),
        ("team_size", team(size="много"), "сверять нечего"),
        ("team_size", team(size="9", stage="Закрыт"), "сверять нечего"),
        ("leaders", team(), "сходится 1 из 1"),
        ("leaders", team(student_role=""), "сходится 1 из 1"),
        ("leaders", team(leaders="", student_role=""), "сверять нечего"),
        ("leaders", team(student_teams="КМ-0777"), "сходится 1 из 1"),
        ("captain", team(), "сходится 1 из 1"),
        ("captain", team(captain=""), "сверять нечего"),
        ("captain", team(captain="ШК-0777"), "сверять нечего"),
        ("captain", team(first="КМ-0777"), "сходится 1 из 1"),
        ("mentor_approval", mentor(status="Утверждён", decision="РШ-0001", approved="07.11.2025"), "сходится 1 из 1"),
        ("mentor_approval", mentor(), "сверять нечего"),
        ("mentor_approval", mentor("НС-0002", status="На утверждении"), "сходится 1 из 1"),
        ("mentor_approval", mentor(status="Приостановлен"), "сходится 1 из 1"),
        ("mentor_approval", mentor("Список № 3", status="Утверждён", decision="РШ-0001"), "сходится 1 из 1"),
        ("mentor_approval", mentor(decision="РШ-0002", more="НС-0001"), "сходится 1 из 1"),
        ("site_approval", approved(SITE, "C2", "ПП-0001", status="Исключена"), "сходится 1 из 1"),
        ("institution_approval", approved(SCHOOL, "C4", "ОО-0001", approved="07.11.2025"), "сходится 1 из 1"),
        ("site_use", site(), "сходится 1 из 1"),
        ("site_use", site("Исключена"), "сходится 1 из 1"),
        ("site_use", site("", "", kind=""), "сходится 1 из 1"),
        ("site_use", site("Предложена", "", activity="Консультация наставника"), "сверять нечего"),
        ("financing", plan(), "сходится 1 из 1"),
        ("financing", plan("Нет", measure=""), "сверять нечего"),
        ("financing", plan(measure="", status="Отменено"), "сверять нечего"),
        ("coverage", covered("2"), "сходится 1 из 1"),
        ("coverage", covered("", event="МР-0001"), "сверять нечего"),
        ("coverage", covered("7", event=""), "сверять нечего"),
        ("coverage", covered("7", status="Отменено"), "сверять нечего"),
        ("indicator_fact", typed_fact("2"), "сходится 1 из 1"),
        ("indicator_fact", typed_fact("7", "K27"), "сверять нечего"),
        ("indicator_fact", typed_fact("7", "РК1"), "сверять нечего"),
        ("indicator_fact", typed_fact(""), "сверять нечего"),
        ("last_post", posts("09.04.2026"), "сходится 1 из 1"),
        ("last_post", posts(""), "сверять нечего"),
        ("last_post", posts("01.01.2026", page=""), "сверять нечего"),
        ("duties", duties("T1; R1.2"), "сходится 1 из 1"),
        ("duties", duties("T1", function=""), "сверять нечего"),
        ("duties", duties(""), "сверять нечего"),
        ("duties", duties("T1", until="01.02.2026"), "сверять нечего"),
        ("duties", duties("T1", status="Отменено"), "сверять нечего"),
    ],
)
def test_what_agrees_is_only_counted_and_what_is_not_typed_is_not_compared(
    make_facts: MakeFacts, key: str, tables: Tables, words: str
) -> None:
    facts = make_facts(tables)
    assert told(facts, key) == []
    assert next(one for one in outcomes(facts) if one.pair.key == key).words == words


def summary(facts: Facts) -> dict[object, tuple[object, ...]]:
    (page,) = compose(facts)
    return {row[0]: row for row in next(one for one in page.blocks if isinstance(one, Listing)).rows}


def test_a_register_that_is_not_kept_is_not_said_to_agree(make_facts: MakeFacts) -> None:
    row = summary(make_facts({key: text for key, text in team().items() if key != "UNI"}))["Численность команд"]
    assert (row[2], row[3], row[5]) == ("не проверялось: «Студенты вузов» — не ведётся", None, Light.GREY)


def test_a_register_that_was_not_read_is_not_said_to_agree(make_facts: MakeFacts) -> None:
    facts = make_facts({key: text for key, text in team().items() if key != "TEAM"})
    accounts = {**facts.scene.office.accounts, "TEAM": Account(Standing.FAILED, "Файл закрыт паролем.")}
    office = replace(facts.scene.office, accounts=accounts)
    rows = summary(replace(facts, scene=replace(facts.scene, office=office)))
    assert {rows[title][2] for title in ("Численность команд", "Капитаны")} == {
        "не проверялось: «Команды и проекты» — не прочитано"
    }


def test_a_missing_column_is_not_said_to_agree(make_facts: MakeFacts) -> None:
    tables = {**team(), "TEAM": "Код | Название команды | Стадия\nКМ-0001 | Маяк | Идея"}
    assert summary(make_facts(tables))["Капитаны"][2] == "не проверялось: «Команды и проекты» — нет нужного столбца"


def test_data_of_a_register_on_hold_are_told_to_be_the_last_accepted(make_facts: MakeFacts) -> None:
    facts = make_facts(team())
    office = replace(facts.scene.office, accounts={"TEAM": Account(Standing.HELD)})
    words = summary(replace(facts, scene=replace(facts.scene, office=office)))["Капитаны"][2]
    assert words == "сходится 1 из 1; «Команды и проекты» — последние принятые данные"


def differences(facts: Facts) -> Listing:
    (page,) = compose(facts)
    return [one for one in page.blocks if isinstance(one, Listing)][1]


def test_the_settings_say_which_register_is_believed_and_the_other_is_to_be_mended(make_facts: MakeFacts) -> None:
    (usual,) = differences(make_facts(team(size="4"))).rows
    assert usual[6:] == (
        "Школьники и СПО, Студенты вузов: строки участников",
        "Исправьте «Заявленную численность» команды.",
    )
    (other,) = differences(make_facts(team(size="4"), settings='[ownership]\nteam_size = "TEAM"')).rows
    assert other[6] == "Команды и проекты: Заявленная численность"
    assert "у участников" in str(other[7])


def test_a_line_leads_to_both_cells(make_facts: MakeFacts) -> None:
    (row,) = differences(make_facts(team(first="КМ-0002"))).rows[1:]
    assert row[:2] == ("Капитаны", "КМ-0001")
    assert row[2] == Link("Команды и проекты, G2", "Команды.xlsx", "Команды и проекты", "G2")
    assert row[4] == Link("Школьники и СПО, J2", "Школьники и СПО.xlsx", "Школьники и СПО", "J2")


def test_nobody_is_named(make_facts: MakeFacts) -> None:
    tables = {**team(size="4", first="КМ-0002", student_teams=""), **mentor(status="Предложен"), **duties("T1")}
    facts = make_facts(tables)
    (page,) = compose(facts)
    assert not page.local
    words = " ".join(shown(cell) for one in page.blocks if isinstance(one, Listing) for row in one.rows for cell in row)
    assert len(differences(facts).rows) == 5
    for name in ("Галкин", "Стрижов", "Чайкина", "Уткин", "Орлова", "Маяк"):
        assert name not in words


def headline(facts: Facts) -> str:
    (page,) = compose(facts)
    return [one.text for one in page.blocks if isinstance(one, Words)][2]


def test_the_head_reads_in_one_line_what_does_not_agree(make_facts: MakeFacts) -> None:
    assert headline(make_facts({})) == "Сверять пока нечего: нужных реестров нет или они не прочитаны."
    assert headline(make_facts(team())) == "Сверено видов сведений: 3 из 12. Всё сверенное сходится. Не проверялось: 9."
    apart = headline(make_facts(team(size="4")))
    assert (
        apart == "Сверено видов сведений: 3 из 12. Найдено 1\u00a0расхождение: численность команд. Не проверялось: 9."
    )
    assert differences(make_facts(team())).rows == ()
