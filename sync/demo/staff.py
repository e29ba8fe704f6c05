"""The people of the office: posts, roles, functions, absences; the one who left stays in the register."""

from datetime import date
from typing import NamedTuple

from sync.demo.draft import Draft
from sync.demo.names import new_name
from sync.demo.official import new_email

HEAD, ANALYST, ECONOMIST, STUDENTS, PUPILS, COLLEGES, MEDIA, FORMER = range(8)
"""Places of the staff in their register, in this order."""


class _Post(NamedTuple):
    title: str
    role: str
    functions: str
    since: date
    away: str | None = None
    substitutes: int | None = None
    until: date | None = None
    signs: str | None = None


_REPORTS = "Отчёт месячный; Отчёт квартальный; Отчёт по этапу; Итоговый отчёт; Доклад; Аналитическая справка"
_HEAD_SIGNS = f"Письмо; Запрос; Приказ; Соглашение; Акт; Согласие-реестр; {_REPORTS}"
_OF_HEAD = "T1; T2; R1.1; H1; H2; H3; H4; H5; H6; H7"
_OF_STUDENTS = "R2.1; R2.2; R2.3; R2.4; R2.5; T2"
_OF_PUPILS = "R3.1; R3.2; R3.3; R3.4; R3.5; T2"
_POSTS = (
    _Post(
        "Руководитель РПО",
        "R1 Руководитель",
        _OF_HEAD,
        date(2024, 9, 2),
        "04.05.2026–08.05.2026",
        signs=_HEAD_SIGNS,
    ),
    _Post(
        "Заместитель руководителя по отчётности",
        "Иная",
        "T1; T2; T3; T4; R1.1; R1.3; H3",
        date(2024, 9, 16),
        "29.12.2025–31.12.2025",
        substitutes=HEAD,
        signs="Письмо; Запрос",
    ),
    _Post("Главный специалист по финансам", "Иная", "R1.2; R1.4; H4", date(2024, 10, 1), "15.06.2026–28.06.2026"),
    _Post(
        "Специалист по работе со студентами вузов",
        "R2 Студенты вузов",
        _OF_STUDENTS,
        date(2025, 8, 18),
        "13.07.2026–26.07.2026",
        substitutes=MEDIA,
    ),
    _Post(
        "Специалист по работе со школьниками",
        "R3 Школьники и СПО",
        _OF_PUPILS,
        date(2024, 9, 16),
        "06.07.2026–19.07.2026",
        substitutes=COLLEGES,
    ),
    _Post(
        "Специалист по работе с колледжами",
        "R3 Школьники и СПО",
        _OF_PUPILS,
        date(2025, 9, 1),
        "02.03.2026–06.03.2026; 13.04.2026–17.04.2026",
        substitutes=PUPILS,
    ),
    _Post(
        "Специалист по информационному сопровождению",
        "R4 Информационное сопровождение",
        "R4.1; R4.2",
        date(2025, 8, 25),
        "09.02.2026–13.02.2026",
        substitutes=STUDENTS,
    ),
    _Post(
        "Помощник по работе со студентами",
        "R2 Студенты вузов",
        "R2.1; R2.3",
        date(2024, 10, 14),
        until=date(2025, 12, 30),
    ),
)


def make_staff(draft: Draft) -> None:
    """Eight people, seven of them at work; each function of the office has its keeper."""
    for number, post in enumerate(_POSTS):
        name = new_name(draft)
        draft.add(
            "STAFF",
            full_name=name.full,
            post=post.title,
            roles=post.role,
            email=new_email(draft, name, "rpo.example.ru"),
            since=post.since,
            functions=post.functions,
            until=post.until,
            away=post.away,
            substitutes=f"РП-{post.substitutes + 1:04d}" if post.substitutes is not None else None,
            signs=post.signs,
            duties="Приказ о распределении обязанностей",
            access="Нет" if number in {ECONOMIST, MEDIA} else "Да",
            pledged=post.since,
            state="Завершена" if post.until else None,
        )


def shown(draft: Draft, place: int) -> str:
    """«РП-0004 · Специалист по работе со студентами вузов»: staff are called by post."""
    row = draft.rows["STAFF"][place]
    return f"{row['id']} · {row['post']}"
