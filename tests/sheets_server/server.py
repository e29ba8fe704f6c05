"""The server apart from HTTP: a call in, an answer out, one at a time."""

from collections.abc import Callable
from dataclasses import replace

from tests.sheets_server import routes, tokens
from tests.sheets_server.call import Answer, Call, refused
from tests.sheets_server.errors import ApiError, Refused, bad_payload, invalid, no_page
from tests.sheets_server.methods import unknown_parameters
from tests.sheets_server.world import World

_UNBOUND = (
    'Invalid JSON payload received. Unknown name "{0}": Cannot bind query parameter. '
    "Field '{0}' could not be found in request message."
)


class SheetsServer:
    """Answers calls of the Sheets and Drive APIs about its world.

    Calls are answered one at a time, each as a whole: what a call changes is seen by the next one, never half of it.
    `changed` is called after each call that may have changed the world, still under the lock.
    """

    def __init__(self, world: World | None = None) -> None:
        self.world = world or World()
        self.lock = self.world.lock
        self.changed: Callable[[], None] = _nothing

    def answer(self, call: Call) -> Answer:
        """The answer, refusals too; a call without an e-mail is taken for the account its token was made for."""
        call = replace(call, path=routes.tidied(call.path), email=call.email or tokens.email_of(call.token))
        with self.lock:
            found = self._answer(call)
            if call.method != "GET" and found.status < 400:
                self.changed()
            return found

    def _answer(self, call: Call) -> Answer:
        place = routes.found(call.method, call.path)
        try:
            if place is None:
                raise no_page()
            perform, parts = place
            strange = unknown_parameters(call)
            if strange:
                raise bad_payload([("", _UNBOUND.format(name)) for name in strange])
            return perform(self.world, call, *parts)
        except Refused as wrong:
            return refused(invalid(str(wrong)))
        except ApiError as wrong:
            return refused(wrong)


def _nothing() -> None:
    """Nobody wants to know that something has changed."""
