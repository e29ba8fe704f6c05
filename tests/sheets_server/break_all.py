"""Breaks the server in every deliberate way and tells which of its tests notice: `python -m tests.sheets_server.break_all`."""

import json
import sys
from collections.abc import Sequence
from contextlib import nullcontext, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tests.sheets_server.breakages import BREAKAGES
from tests.sheets_server.breaking import Breakage, broken

HERE = Path(__file__).parent
CAUGHT, MISSED, USELESS = "caught", "MISSED", "USELESS"


class Watch:
    """Notes how the tests of one run ended: a failure inside the breakage itself proves nothing."""

    def __init__(self) -> None:
        self.passed = self.failed = self.useless = 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Pytest's hook."""
        if report.failed and _is_ours(report):
            self.useless += 1
        elif report.failed:
            self.failed += 1
        elif report.when == "call" and report.passed:
            self.passed += 1


def ran(tests: Sequence[str], breakage: Breakage | None = None) -> Watch:
    """Runs tests of the server's suite in this process, with a breakage or without any."""
    watch = Watch()
    options = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "--no-header", f"--rootdir={HERE.parents[1]}"]
    with redirect_stdout(StringIO()), broken(breakage) if breakage else nullcontext():
        pytest.main([*options, *(str(HERE / test) for test in tests)], plugins=[watch])
    return watch


def verdict(breakage: Breakage) -> str:
    """Whether the tests that must notice a breakage do."""
    watch = ran(breakage.tests, breakage)
    if watch.failed:
        return CAUGHT
    return USELESS if watch.useless or not watch.passed else MISSED


def main() -> int:
    """Prints a line of JSON for each breakage; 0 when every one is caught by tests that pass without it."""
    needed = sorted({test for breakage in BREAKAGES for test in breakage.tests})
    whole = ran(needed)
    if whole.failed or whole.useless or not whole.passed:
        print(json.dumps({"name": "unbroken", "verdict": f"{whole.failed + whole.useless} tests fail by themselves"}))
        return 1
    wrong = 0
    for breakage in BREAKAGES:
        found = verdict(breakage)
        wrong += found != CAUGHT
        print(json.dumps({"name": breakage.name, "verdict": found, "tests": breakage.tests}), flush=True)
    print(f"{len(BREAKAGES) - wrong} of {len(BREAKAGES)} breakages caught", file=sys.stderr)
    return 1 if wrong else 0


def _is_ours(report: pytest.TestReport) -> bool:
    """The exception came out of the breakage's own code."""
    crash = getattr(report.longrepr, "reprcrash", None)
    places = {str(HERE / name) for name in ("breakages.py", "breaking.py", "wrong.py")}
    return crash is not None and str(Path(crash.path).resolve()) in places


if __name__ == "__main__":
    sys.exit(main())
