"""The digest of a day: one letter a person, only what is new for him, nothing at weekends, no names of participants."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from reports.facts import Facts, Undelivered
from reports.mail.digest import digests
from reports.mail.letter import Digest, Line, Part, as_html, as_text
from reports.mail.remarks import Told
from tests.reports.conftest import PENDING, TABLES, TODAY, facts_of
from validators.leave import Leave, Ruled, Ruling

STAFF = """
Код     | ФИО                     | Должность        | Роль               | E-mail (служебный) | Работает с | Отсутствует           | Замещает
РП-0001 | Орлова Вера Ильинична   | Руководитель РПО | R1 Руководитель    | head@rpo.example   | 01.09.2025 |                       |
РП-0003 | Чайкина Ольга Петровна  | Куратор школ     | R3 Школьники и СПО | school@rpo.example | 01.09.2025 | {away}                |
РП-0004 | Сорокин Иван Львович    | Методист         | Иная               | other@rpo.example  | 01.09.2025 |                       | РП-0003
РП-0005 | Дроздов Егор Павлович   | Методист-стажёр  | Иная               |                    | 01.09.2025 |                       |
"""
NOBODY: Mapping[str, Told] = {}
AWAY = "13.04.2026–17.04.2026"


def facts(away: str = "", tables: Mapping[str, str] | None = None, day: date = TODAY) -> Facts:
    found = facts_of({**TABLES, "STAFF": STAFF.format(away=away), **(tables or {})}, pending=(PENDING,))
    return replace(found, scene=replace(found.scene, today=day))


def letters(found: Facts, told: Mapping[str, Told] = NOBODY) -> dict[str, Digest]:
    return {one.recipient: one for one in digests(found, told)}


def titles(letter: Digest) -> list[str]:
    return [part.title.partition(":")[0] for part in letter.parts]


def test_each_gets_one_letter_and_who_has_nothing_new_gets_none() -> None:
    found = letters(facts())
    assert list(found) == ["РП-0001", "РП-0003"]
    assert titles(found["РП-0003"]) == ["Новые замечания", "Сроки"]
    assert found["РП-0003"].subject == "Проектный офис: новое на 15.04.2026"


def test_what_was_told_is_not_told_again_but_what_came_back_is() -> None:
    first = letters(facts())["РП-0003"]
    told = {"РП-0003": dict.fromkeys(first.told, TODAY)}
    assert "РП-0003" not in letters(facts(), told)
    before = {"РП-0003": dict.fromkeys(first.told, date(2026, 4, 14))}
    again = letters(facts(), before)["РП-0003"]
    assert titles(again) == ["Новые замечания"], "remarks are of today, so they came back; a term is told once"


def test_nothing_is_written_at_weekends_and_on_holidays() -> None:
    for day in (date(2026, 4, 18), date(2026, 4, 19), date(2026, 5, 1), date(2026, 5, 11)):
        assert digests(facts(day=day), NOBODY) == ()


def test_the_head_gets_the_eight_figures_what_is_held_and_who_has_no_address() -> None:
    head = letters(facts())["РП-0001"]
    text = as_text(head)
    assert head.subject == "Проектный офис: сводка на 15.04.2026"
    assert len(next(part for part in head.parts if part.title == "Восемь цифр").lines) == 8
    assert "rpo ack 3" in text
    assert "РП-0005, Методист-стажёр: не указана служебная почта" in text
    assert titles(letters(facts(), {"РП-0001": dict.fromkeys(head.told, TODAY)})["РП-0001"])[0] == "Восемь цифр"


def test_letters_that_do_not_arrive_are_told_to_the_head() -> None:
    found = facts()
    lost = (Undelivered("РП-0003", date(2026, 4, 10), "550: адрес не принят"),)
    found = replace(found, past=replace(found.past, undelivered=lost))
    assert "Куратор школ: письмо не уходит с 10.04.2026, 550: адрес не принят." in as_text(letters(found)["РП-0001"])


def test_the_substitute_gets_the_letter_of_one_who_is_away_and_is_told_so() -> None:
    found = letters(facts(AWAY))
    assert "РП-0003" not in found
    text = as_text(found["РП-0004"])
    assert "Вы замещаете сотрудника РП-0003 (Куратор школ), он выходит 20.04.2026" in text
    assert "ШК-0003 (за РП-0003)" in text
    assert "Это срок сотрудника РП-0003" in text


def test_one_who_is_away_with_nobody_instead_is_named_to_the_head() -> None:
    alone = STAFF.replace("| РП-0003\n", "|\n").format(away=AWAY)
    found = letters(facts(tables={"STAFF": alone}))
    assert "РП-0003" in found
    assert "отсутствует, выходит 20.04.2026, а замещающего нет" in as_text(found["РП-0001"])


def plan(*ends: str) -> str:
    rows = "\n".join(f"МР-{number:04d} | Дело {number} | РП-0003 | {end}" for number, end in enumerate(ends, 1))
    return f"Код | Мероприятие | Ответственный | Окончание (план)\n{rows}"


def test_a_term_is_told_three_days_before_the_day_before_on_the_day_and_the_day_after() -> None:
    ends = ("20.04.2026", "21.04.2026", "16.04.2026", "15.04.2026", "14.04.2026", "01.04.2026")
    told = letters(facts(tables={"PLAN": plan(*ends)}))["РП-0003"].told
    assert [one for one in told if one.startswith("term")] == [
        "term:МР-0005:2026-04-14:1", "term:МР-0004:2026-04-15:0", "term:МР-0003:2026-04-16:-1",
        "term:МР-0001:2026-04-20:-3",
    ]  # fmt: skip


def test_an_answer_that_ran_out_is_told_once() -> None:
    found = facts()
    one = next(remark for remark in found.remarks if remark.owner == "РП-0003" and remark.asks)
    leave = Leave("верно", "2026-04-14", "Замечания.xlsx#Замечания", date(2026, 4, 1), 1, "")
    found = replace(found, ruled={one.fingerprint: Ruled(leave, Ruling.EXPIRED)})
    letter = letters(found)["РП-0003"]
    assert titles(letter)[1] == "Снова ждут ответа"
    assert "срок, до которого замечание оставили как есть, вышел" in as_text(letter).casefold()
    again = letters(found, {"РП-0003": dict.fromkeys(letter.told, TODAY)})
    assert "РП-0003" not in again


def test_a_letter_names_no_participant_however_staff_have_named_him() -> None:
    named = plan("15.04.2026").replace("Дело 1", "Поздравить Воробьёва Ивана")
    text = as_text(letters(facts(tables={"PLAN": named}))["РП-0003"])
    assert "МР-0001" in text
    for word in ("Воробь", "Галкин", "Стрижов", "+7 912"):
        assert word not in text


def test_hostile_words_stay_words() -> None:
    hostile = "<script>alert(1)</script>\r\nBcc: spy@example.org\x00"
    one = Digest(
        "РП-0001", "a@example.ru", TODAY, "Тема", hostile, (Part(hostile, (Line(hostile, hostile, hostile),), hostile),)
    )
    html, text = as_html(one), as_text(one)
    assert "<script" not in html
    assert "href" not in html
    assert not [line for line in text.splitlines() if line.startswith("Bcc")]


def test_both_forms_of_a_letter_say_the_same_and_lead_to_the_cell() -> None:
    address = "https://docs.google.com/spreadsheets/d/abc/edit#gid=0&range=E14"
    one = Digest(
        "РП-0001",
        "a@example.ru",
        TODAY,
        "Тема",
        "Новое.",
        (Part("Замечания: 1", (Line("ШК-0001.", "файл", address),)),),
    )
    for word in ("Новое.", "Замечания: 1", "ШК-0001.", "файл"):
        assert word in as_text(one)
        assert word in as_html(one)
    assert address in as_text(one)
    assert f'href="{address.replace("&", "&amp;")}"' in as_html(one)
