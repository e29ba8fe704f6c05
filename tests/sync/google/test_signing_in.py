"""Tokens: asked for once, renewed once, and told apart when they are refused."""

import pytest

from sync.google.failures import GoogleError
from tests.sheets_server.call import answered
from tests.sync.google.bench import PASSING, Bench, always


def test_a_token_is_asked_for_once_and_kept(bench: Bench) -> None:
    bench.read()
    bench.write()
    assert bench.around.counts.routes["POST /token"] == 1


def test_a_token_that_is_refused_again_and_again_is_renewed_once(bench: Bench) -> None:
    bench.wrong("401")
    with pytest.raises(GoogleError) as found:
        bench.read()
    assert (found.value.failure.code, bench.tries) == ("sign_in", {"metadata": 2})
    assert bench.around.counts.routes["POST /token"] == 2


@pytest.mark.parametrize(("kind", "code"), (PASSING | {"401": "sign_in"}).items())
def test_a_write_for_which_no_token_was_given_was_never_sent(bench: Bench, kind: str, code: str) -> None:
    bench.wrong(kind, route="/token")
    with pytest.raises(GoogleError) as found:
        bench.write()
    assert type(found.value) is GoogleError
    assert found.value.failure.code == code
    assert bench.around.counts.routes["POST /token"] <= 3
    assert bench.title == "Команды"


@pytest.mark.parametrize("kind", PASSING)
def test_a_token_that_failed_once_is_asked_for_again(bench: Bench, kind: str) -> None:
    bench.wrong(kind, route="/token", first=1)
    assert bench.read() == "Команды"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("invalid_grant: Invalid JWT Signature.", "key"),
        ("invalid_grant: Invalid grant: account not found", "key"),
        ("invalid_grant: Invalid JWT: Token must be a short-lived token and in a reasonable timeframe.", "clock"),
        ("invalid_scope: Invalid OAuth scope or ID token audience provided.", "sign_in"),
        ("unauthorized_client: The associated client is not valid.", "sign_in"),
    ],
)
def test_a_refused_sign_in_tells_the_key_from_the_clock(bench: Bench, words: str, code: str) -> None:
    kind, _, description = words.partition(": ")
    refusal = answered({"error": kind, "error_description": description}, 400)
    bench.faults.faults.append(always(refusal, "/token"))
    with pytest.raises(GoogleError) as found:
        bench.read()
    assert (found.value.failure.code, bench.tries) == (code, {"metadata": 1})
