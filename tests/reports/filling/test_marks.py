"""A mark says in a few words what is to stand in its cell; what it does not understand it says, too."""

import pytest

from reports.filling.marks import Said, Wanted, What, asked_in, mark_of, marks_in, period_at


@pytest.mark.parametrize(
    ("mark", "asked"),
    [
        ("K02", Wanted("K02")),
        ("к02", Wanted("K02")),
        (" K02 ; category = Школьник ", Wanted("K02", cut="category", group="Школьник")),
        ("K02; категория=Школьник; as_of", Wanted("K02", cut="category", group="Школьник")),
        ("K02; Муниципалитет=г. Бийск; на дату", Wanted("K02", cut="municipality", group="г. Бийск")),
        ("K13; состояние=предложено", Wanted("K13", cut="state", group="предложено")),
        ("K02; plan", Wanted("K02", What.PLAN)),
        ("K02; план", Wanted("K02", What.PLAN)),
        ("K02; план года", Wanted("K02", What.PLAN_YEAR)),
        ("K02; share", Wanted("K02", What.SHARE)),
        ("K02; доля; на дату=март 2026", Wanted("K02", What.SHARE, as_of="2026-03")),
        ("K02; as_of=2026-К1", Wanted("K02", as_of="2026-К1")),
        ("region", Said.REGION),
        ("Регион", Said.REGION),
        ("as_of", Said.AS_OF),
        ("на дату", Said.AS_OF),
        ("руководитель", Said.HEAD),
        ("примечание", None),
        ("K02 и K03", None),
    ],
)
def test_a_mark_is_read(mark: str, asked: object) -> None:
    assert asked_in(mark) == asked


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        ("K02; по школам", "«по школам» непонятно"),
        ("K02; категория=", "«категория=» непонятно"),
        ("K02; категория=Школьник; муниципалитет=Бийск", "разрез может быть только один"),
        ("K02; на дату=15.03.2026", "«на дату=15.03.2026»: нужен конец месяца, квартала или года"),
        ("K02; на дату=Э4", "«на дату=Э4»: нужен конец месяца, квартала или года"),
    ],
)
def test_a_mark_that_is_not_understood_says_why(mark: str, why: str) -> None:
    asked = asked_in(mark)
    assert isinstance(asked, Wanted)
    assert asked.why.startswith(why)


def test_several_marks_stand_in_one_text_among_the_words_of_the_form() -> None:
    found = list(marks_in("Отчёт: {регион} за {период} {см. приложение}"))
    assert found == [("{регион}", Said.REGION), ("{период}", Said.PERIOD)]


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted("K02"),
        Wanted("K02", What.PLAN_YEAR),
        Wanted("K02", What.SHARE, as_of="2026-03"),
        Wanted("K16", cut="priority", group="ПН-0001", as_of="2026-К1"),
        Wanted("K13", cut="state", group="предложено"),
    ],
)
def test_a_drafted_mark_is_read_as_what_it_was_drafted_for(wanted: Wanted) -> None:
    assert asked_in(mark_of(wanted).strip("{}")) == wanted


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("31.03.2026", "2026-03"),
        ("01.04.2026", "2026-03"),
        ("2026-12-31", "2026-12"),
        ("1 квартал 2026", "2026-К1"),
        ("2026", "2026"),
        ("30.03.2026", None),
        ("31.02.2026", None),
        ("когда-нибудь", None),
    ],
)
def test_a_day_is_the_end_of_a_period_or_none(text: str, period: str | None) -> None:
    assert period_at(text) == period
