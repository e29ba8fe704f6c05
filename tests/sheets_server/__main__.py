"""By hand: `python -m tests.sheets_server --port N [--state FILE] [--key-file FILE] …`; see README.md."""

import argparse
from pathlib import Path

from tests.sheets_server import gate, keys, state
from tests.sheets_server.call import Answer, Call
from tests.sheets_server.clock import VirtualClock
from tests.sheets_server.fault_kinds import Outcome
from tests.sheets_server.faults import Inner, sweep
from tests.sheets_server.http import Listener
from tests.sheets_server.lateness import GOOGLE_SECONDS
from tests.sheets_server.quota import Limits
from tests.sheets_server.server import SheetsServer
from tests.sheets_server.surroundings import Surroundings
from tests.sheets_server.world import World


def main() -> None:
    """Serves until it is interrupted; the state is read at the start and kept after each change."""
    options = _options()
    world = state.load(options.state) if options.state and options.state.exists() else World()
    sheets, around = SheetsServer(world), _surroundings(world, options)

    def gated(call: Call, answer: Inner) -> Answer | Outcome:
        return gate.through(around, call, answer)

    if options.state:
        sheets.changed = around.changed = lambda: state.save(world, options.state)
    listener = Listener(sheets.answer, options.port, gated)
    if options.key_file:
        keys.key_file(options.key_file, keys.EMAIL, f"{listener.url}/token")
        world.identities.register(keys.account(keys.EMAIL))
    print(f"Listening on {listener.url}", flush=True)
    try:
        listener.serve_forever()
    except KeyboardInterrupt:
        listener.server_close()


def _surroundings(world: World, options: argparse.Namespace) -> Surroundings:
    around = Surroundings(world)
    if options.virtual_clock:
        world.clock = VirtualClock(world.clock.now())
    if options.quota:
        around.quota.limit(Limits())
    if options.late:
        world.lateness.seconds = GOOGLE_SECONDS
    if options.faults:
        around.faults.set(sweep(options.faults), options.seed)
    world.identities.strict = options.strict
    return around


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.sheets_server", description="A local Google Sheets for tests.")
    parser.add_argument("--port", type=int, default=8080, help="0 finds a free one")
    parser.add_argument("--state", type=Path, help="a JSON file that keeps the spreadsheets between starts")
    parser.add_argument("--key-file", type=Path, help="write a service account's key file here, for clients to sign in")
    parser.add_argument("--strict", action="store_true", help="401 for every call without a token of this server")
    parser.add_argument("--quota", action="store_true", help="60 reads and 60 writes a minute for a user, 300 for all")
    parser.add_argument("--virtual-clock", action="store_true", help="time moves only by POST /__emu/clock")
    parser.add_argument("--late", action="store_true", help="Drive tells of edits by hand three minutes late")
    parser.add_argument(
        "--faults", type=float, metavar="SHARE", help="this share of calls fails, half after its effect"
    )
    parser.add_argument("--seed", type=int, default=0, help="of the faults")
    return parser.parse_args()


main()
