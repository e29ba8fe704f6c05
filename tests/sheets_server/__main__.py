"""By hand: `python -m tests.sheets_server --port N [--state FILE]`."""

import argparse
from pathlib import Path

from tests.sheets_server import state
from tests.sheets_server.http import Listener
from tests.sheets_server.server import SheetsServer


def main() -> None:
    """Serves until it is interrupted; the state is read at the start and kept after each change."""
    parser = argparse.ArgumentParser(prog="tests.sheets_server", description="A local Google Sheets for tests.")
    parser.add_argument("--port", type=int, default=8080, help="0 finds a free one")
    parser.add_argument("--state", type=Path, help="a JSON file that keeps the spreadsheets between starts")
    options = parser.parse_args()
    world = state.load(options.state) if options.state and options.state.exists() else None
    sheets = SheetsServer(world)
    if options.state:
        sheets.changed = lambda: state.save(sheets.world, options.state)
    listener = Listener(sheets.answer, options.port)
    print(f"Listening on {listener.url}", flush=True)
    try:
        listener.serve_forever()
    except KeyboardInterrupt:
        listener.server_close()


main()
