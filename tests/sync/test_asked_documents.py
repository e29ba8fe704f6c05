"""Documents of today, of a closed period as issued and as known now, of a period that is still open, of a meeting."""

from datetime import date
from pathlib import Path

import pytest

from config.errors import UsageError
from reports.documents.document import Document, DocumentRecipe, Passage
from sync.asked_documents import day_of, documents_of
from sync.asked_reports import Asking
from sync.closing import close
from sync.desk import Desk
from sync.look import look_once
from sync.periods import PeriodError
from sync.run import update
from tests.sync.made_up_documents import EXTRACTS, NOTHING, REPORT
from tests.sync.offices import build, desk_of, team


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six teams in March, which is closed; seven now."""
    folder = tmp_path_factory.mktemp("office")
    build(folder, teams=[team(number) for number in range(1, 7)])
    update(desk_of(folder, "2026-03-31"))
    close(desk_of(folder, "2026-04-10"), "2026-03")
    build(folder, teams=[team(number) for number in range(1, 8)])
    update(desk_of(folder, "2026-04-15"))
    return folder


def made(office: Path, asking: Asking, recipe: DocumentRecipe = REPORT) -> Document:
    desk = desk_of(office, "2026-04-15")
    return documents_of(desk, (recipe,), asking, lambda: look_once(desk, quiet=True).facts)[0]


def told(document: Document) -> list[str]:
    return [block.text for section in document.sections for block in section.blocks if isinstance(block, Passage)]


def test_without_a_period_it_is_of_today(office: Path) -> None:
    one = made(office, Asking(meeting=date(2026, 4, 23)))
    assert told(one) == ["Команд 7; период None; заседание 2026-04-23."]
    assert (one.as_of, one.is_draft) == (date(2026, 4, 15), False)


def test_a_closed_period_is_told_as_it_was_issued(office: Path) -> None:
    one = made(office, Asking(period="2026-03"))
    assert told(one) == ["Команд 6; период 2026-03; заседание None."]
    assert (one.as_of, one.is_draft) == (date(2026, 3, 31), False)


def test_a_closed_period_as_it_is_known_now_says_so(office: Path) -> None:
    notice, words = told(made(office, Asking(period="2026-03", as_known_now=True)))
    assert words.startswith("Команд 7; период 2026-03")
    assert notice.startswith("Так этот день знают 15.04.2026")


def test_a_period_that_is_not_closed_is_a_draft_with_a_notice(office: Path) -> None:
    one = made(office, Asking(period="2026-Q2"))
    notice, words = told(one)
    assert notice == (
        "Период «II квартал 2026 г.» не закрыт: данные на 15\u00a0апреля\u00a02026\u00a0г., они могут измениться."
    )
    assert words == "Команд 7; период 2026-К2; заседание None."
    assert one.is_draft


def test_an_open_stage_is_called_a_stage(office: Path) -> None:
    assert told(made(office, Asking(period="Э4")))[0].startswith("Этап Э4 не закрыт: данные на 15")


def test_a_correction_that_there_is_not_is_refused(office: Path) -> None:
    with pytest.raises(PeriodError):
        made(office, Asking(period="2026-03", correction=1))


def test_what_is_no_period_is_refused(office: Path) -> None:
    with pytest.raises(UsageError, match="не отчётный период"):
        made(office, Asking(period="мартобрь"))


def test_a_recipe_that_has_nothing_to_tell_asks_for_an_occasion(office: Path) -> None:
    with pytest.raises(UsageError, match="составить не из чего"):
        made(office, Asking(), NOTHING)


def test_one_recipe_may_give_several_documents(office: Path) -> None:
    desk: Desk = desk_of(office, "2026-04-15")
    some = documents_of(desk, (REPORT, EXTRACTS), Asking(), lambda: look_once(desk, quiet=True).facts)
    assert [one.file for one in some] == ["Доклад за апрель 2026", *["Выписка 23.04.2026"] * 3]


@pytest.mark.parametrize("text", ["2026-04-23", "23.04.2026", " 23.04.2026 "])
def test_the_day_of_a_meeting_is_typed_either_way(text: str) -> None:
    assert day_of(text) == date(2026, 4, 23)


def test_a_day_that_is_none_is_refused() -> None:
    assert day_of(None) is None
    with pytest.raises(UsageError, match="«завтра» — не дата"):
        day_of("завтра")
