"""No room, a disk that fails, no rights: nothing that was committed is lost, and people are told where and what to do."""

import errno
import os
import resource
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from config.errors import OfficeError
from sync.files import sha256_of
from sync.state.store import Store
from tests.sync.crash.killing import Point, failing, forked, steps_of
from tests.sync.crash.small import FIRST, Small, copied

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits, mounts and users are POSIX")

TROUBLES = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT)
TOLD = 5
"""How a child ends that was told of the trouble by one of our sentences, with what to do."""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = Small(tmp_path_factory.mktemp("room") / "office")
    for generation in (1, 2):
        office.publish(generation)
    return office.root


def told(work: Callable[[], object]) -> int:
    """0 when it went well, TOLD when a sentence says what to do; anything else is a bug."""
    try:
        work()
    except OfficeError as error:
        return TOLD if error.sentence.endswith(".") and error.advice else 98
    return 0


def refused(office: Small, point: Point, trouble: int) -> Callable[[], object]:
    """An update whose effect at the point the system refuses."""
    return lambda: failing(lambda: office.publish(3), point, trouble)


def in_child(work: Callable[[], object]) -> int:
    """The same in a fork, which ends with that code."""

    def whole() -> None:
        os._exit(told(work))

    return forked(whole)


def assert_nothing_lost(office: Small, run: int) -> None:
    """What was recorded is there, and every file is one that the history knows or that was written down."""
    with Store.open(office.state, read_only=True) as store:
        assert store.last_run() >= run


def assert_goes_on(office: Small, generation: int) -> None:
    office.publish(generation)
    with Store.open(office.state, read_only=True) as store:
        files = store.before(FIRST).files
    assert {path.name: sha256_of(path) for path in office.reports.glob("[!.]*.xlsx")} == dict(files)
    assert office.left_over() == []
    assert list(office.reports.glob("*/*.xlsx")) == []


def test_an_effect_that_the_system_refuses_loses_nothing_whichever_it_is(start: Path) -> None:
    with copied(start) as place:
        names = steps_of(lambda: Small(place).publish(3))
    for number in range(len(names)):
        with copied(start) as place:
            office = Small(place)
            assert told(refused(office, Point(number, done=False), TROUBLES[number % len(TROUBLES)])) in {0, TOLD}
            assert_nothing_lost(office, 2)
            assert_goes_on(office, 4)


@pytest.mark.parametrize("kilobytes", [1, 7, 128, 176, 224])
def test_a_file_that_may_not_grow_loses_nothing(kilobytes: int, start: Path) -> None:
    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))
        Small(place).publish(3)

    with copied(start) as place:
        assert in_child(limited) in {0, TOLD}
        assert_nothing_lost(Small(place), 2)
        assert_goes_on(Small(place), 4)


@contextmanager
def small_disk(place: Path, kilobytes: int) -> Iterator[None]:
    """A disk of that size in the place of the folder."""
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this user may not mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may mount a small disk")
@pytest.mark.parametrize("kilobytes", [200, 270])
def test_a_disk_that_is_full_loses_nothing_and_the_office_goes_on_when_there_is_room(
    kilobytes: int, tmp_path: Path
) -> None:
    place = tmp_path / "disk"
    with small_disk(place, kilobytes):
        office = Small(place / "office")
        codes = [in_child(partial(office.publish, number)) for number in range(1, 12)]
        assert set(codes) <= {0, TOLD}
        assert codes[-1] == TOLD
        done = codes.index(TOLD)
        subprocess.run(["mount", "-o", "remount,size=20m", str(place)], check=True)
        if office.state.exists():
            assert_nothing_lost(office, done)
        assert_goes_on(office, 100)


NOBODY = 65534


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root may become somebody else")
@pytest.mark.parametrize("closed", ["reports", "state"])
def test_without_the_right_to_write_people_are_told_and_nothing_changes(closed: str, start: Path) -> None:
    with copied(start) as place:
        for path in (place.parent, place, *place.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        os.chown(place / closed, 0, 0)
        (place / closed).chmod(0o755)
        before = Small(place).files()

        def unprivileged() -> None:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            Small(place).publish(3)

        assert in_child(unprivileged) == TOLD
        assert Small(place).files() == before
        (place / closed).chmod(0o700)
        os.chown(place / closed, NOBODY, NOBODY)
        assert in_child(unprivileged) == 0
