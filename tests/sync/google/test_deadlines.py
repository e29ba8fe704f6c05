"""No server keeps the client past its deadlines."""

import time
from collections.abc import Callable

import pytest

from sync.google import http
from sync.google.failures import AmbiguousWriteError, GoogleError
from tests.sheets_server.call import Answer, Call, answered
from tests.sheets_server.http import Delivery, wire
from tests.sync.google.bench import CALLS, LATER, Bench


@pytest.mark.parametrize("route", [CALLS, "/token"])
def test_a_server_that_says_nothing_is_left(hurried: Bench, route: str) -> None:
    hurried.wrong("hang", route=route, wait=0.5)
    with pytest.raises(GoogleError) as found:
        hurried.read()
    assert (found.value.failure.code, hurried.tries) == ("slow", {"metadata": 3})


def dripping(message: bytes) -> Delivery:
    """The whole message within a second, piece by piece: who waits for it gets it."""
    step = len(message) // 20 + 1

    def deliver(write: Callable[[bytes], object]) -> None:
        for place in range(0, len(message), step):
            try:
                write(message[place : place + step])
            except OSError:
                return
            time.sleep(0.05)

    return deliver


def dripped(call: Call, answer: Callable[[Call], Answer]) -> Answer | Delivery:
    """The head at once, then the body drop by drop."""
    found = answer(call)

    def deliver(write: Callable[[bytes], object]) -> None:
        write(wire(found).removesuffix(found.body))
        dripping(found.body)(write)

    return deliver


@pytest.mark.parametrize("path", ["/v4/", "/token"])
def test_a_body_that_drips_past_the_deadline_is_left(hurried: Bench, path: str) -> None:
    hurried.faults.faults.append(lambda call, answer: dripped(call, answer) if call.path.startswith(path) else None)
    with pytest.raises(GoogleError) as found:
        hurried.read()
    assert found.value.failure.code == "slow"


@pytest.mark.parametrize("kind", ["hang", "slow"])
def test_a_write_whose_answer_was_not_waited_for_may_be_done(hurried: Bench, kind: str) -> None:
    hurried.wrong(kind, after=1.0, wait=0.3)
    with pytest.raises(AmbiguousWriteError):
        hurried.write()
    assert hurried.title == LATER


@pytest.mark.parametrize("path", ["/v4/", "/token"])
def test_a_head_that_drips_past_the_deadline_is_left(hurried: Bench, path: str) -> None:
    def fault(call: Call, answer: Callable[[Call], Answer]) -> Delivery | None:
        return dripping(wire(answer(call))) if call.path.startswith(path) else None

    hurried.faults.faults.append(fault)
    with pytest.raises(GoogleError) as found:
        hurried.read()
    assert found.value.failure.code == "slow"


def test_a_connection_that_was_hung_up_is_not_used_again(hurried: Bench) -> None:
    hurried.wrong("slow", first=1, wait=0.02)
    assert hurried.read() == "Команды"


def test_a_call_with_all_its_tries_has_a_deadline_too(bench: Bench) -> None:
    bench.times.chance = 0.0

    def slowly(call: Call, _answer: object) -> Answer | None:
        if not call.path.startswith("/v4/"):
            return None
        bench.times.pass_by(http.CALL / 2)
        return answered({}, 503)

    bench.faults.faults.append(slowly)
    with pytest.raises(GoogleError):
        bench.read()
    assert bench.tries == {"metadata": 2}
