"""Whose turn it is: what has a term first, of the rest whoever was served longest ago; who can't be served rests."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.service.call import Answer, Call, Seen, Wanted, answer_of, as_json, call_of
from sync.service.jobs import JOBS
from sync.service.jobs.saved import SAVED
from sync.service.jobs.urgency import LOOK, URGENCY
from sync.service.turns import AT_WORK, LONGEST_REST, Standing, next_turn, pause_of, rest_after

NAMES = [*(one.name for one in JOBS), SAVED.name]
LATER = 1e9

texts = st.text(max_size=5)
marks = st.tuples(st.none() | texts, st.none() | texts)
seens = st.builds(Seen, files=marks, google=marks, google_at=st.floats(0, 1e9), settings=texts, until=st.floats(0, 1e9))
wanteds = st.builds(Wanted, st.sampled_from(NAMES), texts)
standings = st.lists(
    st.builds(
        Standing,
        name=texts,
        folder=texts,
        due=st.lists(wanteds, max_size=3).map(tuple),
        look_at=st.sampled_from([0.0, LATER]),
        served=st.floats(0, 100),
        rests_until=st.sampled_from([0.0, LATER]),
        at_work=st.booleans(),
    ),
    max_size=8,
)


def waiting(name: str, *jobs: str, served: float = 0.0) -> Standing:
    return Standing(name, name, due=tuple(Wanted(job, "a") for job in jobs), look_at=LATER, served=served)


def order(offices: list[Standing]) -> list[tuple[str, str]]:
    """Everything that waits, in the order in which one hand does it."""
    done, now = [], 1.0
    while (turn := next_turn(offices, now)) is not None and turn.wanted is not None:
        done.append((turn.standing.name, turn.wanted.job))
        turn.standing.due = tuple(one for one in turn.standing.due if one != turn.wanted)
        turn.standing.served, now = now, now + 1
    return done


def test_terms_go_before_what_was_saved_and_that_before_the_night() -> None:
    urgent = sorted(NAMES, key=lambda name: -URGENCY[name])
    assert urgent[:4] == ["cutoff", "close", "saved", "full"]
    assert [name for name in urgent if name != "saved"] == [one.name for one in JOBS], "the order of one office stays"
    assert max(URGENCY.values()) < LOOK


def test_offices_take_turns_and_a_term_of_any_goes_first() -> None:
    offices = [waiting("a", "full", "copy"), waiting("b", "full", "copy", served=0.5), waiting("c", "light", "close")]
    assert order(offices) == [
        ("c", "close"), ("a", "full"), ("b", "full"), ("a", "copy"), ("b", "copy"), ("c", "light"),
    ]  # fmt: skip


@given(standings)
@settings(max_examples=60)
def test_the_choice_is_the_most_urgent_and_of_those_the_longest_waiting(offices: list[Standing]) -> None:
    turn = next_turn(offices, 1.0)
    free = [one for one in offices if not one.at_work and one.rests_until <= 1.0]
    if turn is None:
        assert not any(one.due or one.look_at <= 1.0 for one in free)
        return
    assert turn.standing in free
    urgency = LOOK if turn.wanted is None else URGENCY[turn.wanted.job]
    for one in free:
        theirs = LOOK if one.look_at <= 1.0 else max((URGENCY[each.job] for each in one.due), default=-1)
        assert (urgency, -turn.standing.served) >= (theirs, -one.served)


def test_an_office_that_fails_rests_longer_each_time_and_alone() -> None:
    bad, good = waiting("bad"), waiting("good", "full")
    rests, now = [], 0.0
    for _ in range(7):
        bad.heard(Call("bad"), Answer(trouble="SettingsError"), now, 20.0)
        rests.append(bad.rests_until - now)
        now = bad.rests_until
    assert rests == [60, 120, 240, 480, LONGEST_REST, LONGEST_REST, LONGEST_REST]
    turn = next_turn([bad, good], now - 1)
    assert turn is not None
    assert turn.standing is good
    bad.heard(Call("bad"), Answer(), now, 20.0)
    assert bad.troubles == 0
    assert rest_after(9, busy=True) == 60, "somebody at work there is no trouble"


@given(st.integers(1, 5000), st.floats(0.001, 10), st.floats(1, 60))
def test_looks_never_take_the_time_of_work(offices: int, took: float, again: float) -> None:
    pause = pause_of(Answer(again=again), took, offices)
    assert again <= pause <= AT_WORK
    assert pause == AT_WORK or took * offices / pause <= 1 / 4
    busy = Answer(due=(Wanted("full", "a"),), again=again)
    assert pause_of(busy, took, offices) == AT_WORK, "the end of the work tells what waits"


def test_work_that_was_put_off_is_not_asked_for_again_at_once() -> None:
    office = waiting("a", "full")
    office.heard(Call("a", "full", "a"), Answer(due=(Wanted("full", "a"),)), 100.0, 20.0)
    assert next_turn([office], 101.0) is None
    assert next_turn([office], 110.0) is not None


def test_a_job_that_hung_is_written_down_before_anything_else() -> None:
    office = waiting("a", "full", "close")
    office.hung(Call("a", "full", "a"), 100.0)
    turn = next_turn([office], 100.0)
    assert turn is not None
    assert (turn.wanted, turn.gives_up) == (Wanted("full", "a"), True)
    office.hung(Call("a", "full", "a", gave_up=True), 160.0)
    assert office.rests_until == 220.0, "not even that can be done there"


@settings(max_examples=60)
@given(seens, st.lists(wanteds, max_size=3), texts)
def test_calls_and_answers_survive_their_way_through_json(seen: Seen, due: list[Wanted], words: str) -> None:
    import json

    call = Call(words, "full", words, seen, None, doubtful=True)
    answer = Answer(words=words, due=tuple(due), seen=seen)
    assert call_of(json.loads(json.dumps(as_json(call)))) == call
    assert answer_of(json.loads(json.dumps(as_json(answer)))) == answer
