"""K10: which teams have all their people."""

import pytest

from config.settings import Settings
from config.thresholds import ThresholdsSection
from tests.validators.counting.asked import PUPIL_HEAD, STUDENTS, ask

TEAM = (
    "Код | Название команды | Студент-лидер/тьютор | Наставники | Дата формирования | Стадия | Заявленная численность"
)
MENTORS = "Код | Фамилия | Имя | Отчество | Статус\nНС-0001 | Орлов | Илья | нет | Утверждён\nНС-0002 | Гусев | Илья | нет | Предложен"
PUPIL = "ШК-{0:04d} | Чайкин{0} | Ольга | нет | {0:02d}.02.2010 | ОО-0001 | 9А | Участник | 01.10.2025 | | КМ-0001 | 01.09.2025 | Оба"


def office(pupils: int, team: str, **more: str) -> dict[str, str]:
    lines = (PUPIL.format(number) for number in range(1, pupils + 1))
    rows = f"{TEAM}\nКМ-0001 | Вектор | {team}\nКМ-0009 | Сон | | | 01.11.2025 | Закрыт |"
    return {"SCH": "\n".join((PUPIL_HEAD, *lines)), "UNI": STUDENTS, "MENT": MENTORS, "TEAM": rows, **more}


GOOD = "СТ-0001 | НС-0001 | 01.11.2025 | Разработка |"


@pytest.mark.parametrize(
    ("pupils", "team", "value"),
    [
        pytest.param(3, GOOD, 100, id="as few as may be"),
        pytest.param(2, GOOD, 0, id="one too few"),
        pytest.param(12, GOOD, 100, id="as many as may be"),
        pytest.param(13, GOOD, 0, id="one too many"),
        pytest.param(3, GOOD.replace("СТ-0001", ""), 0, id="without a leader"),
        pytest.param(3, GOOD.replace("СТ-0001", "СТ-0002"), 0, id="its leader has finished"),
        pytest.param(3, GOOD.replace("СТ-0001", "СТ-0002; СТ-0001"), 100, id="one of two leaders takes part"),
        pytest.param(3, GOOD.replace("НС-0001", ""), 0, id="without a mentor"),
        pytest.param(3, GOOD.replace("НС-0001", "НС-0002"), 0, id="its mentor is not approved"),
        pytest.param(3, GOOD.replace("НС-0001", "НС-0002; НС-0001"), 100, id="one of two mentors is approved"),
        pytest.param(3, f"{GOOD} 4", 100, id="as many as declared, the student with them"),
        pytest.param(3, f"{GOOD} 7", 0, id="more declared than all who name it"),
        pytest.param(2, GOOD.replace("Разработка", "Формирование"), 0, id="being formed, and not yet whole"),
        pytest.param(1, GOOD.replace("Разработка", "Защищён"), 100, id="defended: nobody is asked for any more"),
    ],
)
def test_a_team_is_complete_when_it_lacks_nobody(pupils: int, team: str, value: float) -> None:
    count = ask(office(pupils, team), "K10")
    assert (count.value, count.of) == (value, ("КМ-0001",))


def test_the_size_of_a_team_is_that_of_the_settings() -> None:
    settings = Settings(thresholds=ThresholdsSection(team_min=5))
    assert ask(office(4, GOOD), "K10").value == 100
    assert ask(office(4, GOOD), "K10", settings=settings).value == 0


def test_who_is_not_kept_is_not_asked_for() -> None:
    tables = office(3, "| | 01.11.2025 | Разработка |")
    kept = {key: text for key, text in tables.items() if key not in {"UNI", "MENT"}}
    assert ask(kept, "K10").value == 100


def test_without_pupils_or_teams_there_is_no_value() -> None:
    tables = office(3, GOOD)
    for key in ("SCH", "TEAM"):
        left = {one: text for one, text in tables.items() if one != key}
        assert (ask(left, "K10").value, ask(left, "K10").why) == (None, "не ведётся")
    closed = office(3, GOOD.replace("Разработка", "Закрыт"))
    assert (ask(closed, "K10").value, ask(closed, "K10").why) == (None, "нет команд")
