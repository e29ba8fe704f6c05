"""An office on test: it is updated, whatever happens, and every update is looked at; then it is brought to rest."""

import contextlib
import io
import logging
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from config.errors import OfficeError
from sync.accepting import accept
from sync.result import Result
from sync.run import update
from sync.steps import Watch, watched
from tests.sync.crash.killing import StoppedError
from tests.sync.stateful.account import Rest, Typed, Update
from tests.sync.stateful.history import Told, damage, told
from tests.sync.stateful.invariants import AT_REST, OF_AN_UPDATE, OF_THE_PAST
from tests.sync.stateful.model.staff import REGISTERS
from tests.sync.stateful.said import Said, said, timeless
from tests.sync.stateful.worlds.base import World

Work = Callable[[], object]
Around = Callable[[Work], object]
"""Does a work in its own way: in a fork of this process, or not at all."""
BOUND = 3
"""Updates within which an office without faults becomes quiet."""
_LONGEST = 12
_REFERENCE = "X01"
_REASON = "так и должно быть"


@dataclass
class Reader:
    """Somebody who opens all our files at every step of an update; `also` is told of the steps, too."""

    world: World
    also: Watch | None = None
    seen: dict[str, list[str]] = field(default_factory=dict)

    def look(self) -> None:
        for name, digest in self.world.standing().items():
            self.seen.setdefault(name, []).append(digest)

    def __call__(self, name: str, target: str, done: bool) -> None:  # noqa: FBT001  the shape of Watch
        self.look()
        if not done:
            self.world.disturb(name, target)
        if self.also is not None:
            self.also(name, target, done)


@dataclass
class OfficeOnTest:
    """An office in its world.

    `accepted` — registers of which a person has accepted what was held since they were taken last; `typed_into_ours` —
    words that staff typed into tabs of ours since the last update that was done, with the remark that they answer;
    `told` — the history as it was seen last; `shadow` — the office as it was before its last update was stopped, while nobody has done anything since.
    """

    world: World
    accepted: set[str] = field(default_factory=set)
    typed_into_ours: dict[str, str] = field(default_factory=dict)
    told: Told = field(default_factory=Told)
    shadow: World | None = None
    updates: int = 0

    @classmethod
    def begun(cls, world: World) -> "OfficeOnTest":
        """An office that has been updated before."""
        return cls(world, told=told(world.root / "state" / "rpo.sqlite"))

    def update(self, watch: Watch | None = None, around: Around | None = None) -> Update:
        """One update, watched by a reader. Raises AssertionError when anything is wrong with it."""
        self._keep_a_shadow(may_stop=bool(watch or around))
        self.updates += 1
        typed: Typed = {key: self.world.typed(key) for key in REGISTERS}
        old_answers = self.world.old_answers
        unreadable, reader = self.world.unreadable(), Reader(self.world, watch)
        result, trouble, words = self._tried(reader, around)
        path = self.world.root / "state" / "rpo.sqlite"
        before, self.told = self.told, told(path)
        done = Update(
            before=before,
            after=self.told,
            typed=typed,
            unreadable=unreadable,
            accepted=frozenset(self.accepted),
            result=result,
            trouble=trouble,
            seen=reader.seen,
            tabs=self.world.tabs(),
            altered=self.world.altered(),
            typed_into_ours=dict(self.typed_into_ours),
            aside=self.world.kept_aside(),
            heard=words,
            names=[path.name for path in self.world.root.rglob("*")],
            damage=damage(path, self.told),
            canaries=self.world.canaries,
            calls=sum(result.calls.values()) if result else 0,
            most_calls=self.world.most_calls,
        )
        misled = self.world.old_answers > old_answers
        known = done.misled() if misled else done
        wrong = [f"{look.__name__}: {one}" for look in OF_AN_UPDATE for one in look(known)]
        assert wrong == [], "\n".join(wrong)
        self._take_note(done)
        if misled:
            self._let_go_what_does_not_stand()
        return done

    def _keep_a_shadow(self, *, may_stop: bool) -> None:
        """Before an update that may be stopped; what was begun on another day bears another date."""
        if self.shadow and self.shadow.clock.moment.date() != self.world.clock.moment.date():
            self.people_acted()
        if may_stop and self.shadow is None:
            self.shadow = self.world.beside(self.world.root.parent / f"shadow {self.updates}")

    def _tried(self, reader: Reader, around: Around | None) -> tuple[Result | None, OfficeError | None, str]:
        """The result, the trouble that a person is told, everything that was logged and printed."""
        with heard() as words:
            try:
                return self._run(reader, around), None, words.getvalue()
            except OfficeError as error:
                return None, error, words.getvalue()
            except StoppedError:
                return None, None, words.getvalue()

    def accept(self, register: str) -> None:
        """The head accepts everything that is held of a register."""
        if register in self.told.waiting.values():
            accept(self.world.desk(), register, _REASON)
            self.accepted.add(register)
            self.told = told(self.world.root / "state" / "rpo.sqlite")
            self.people_acted()

    @contextmanager
    def by_people(self) -> Iterator[None]:
        """Around what staff do where tabs of ours may change: words that they themselves take away are not lost."""
        before = self._standing_words()
        yield
        for words in {words for _, words in before - self._standing_words()}:
            del self.typed_into_ours[words]
        self.people_acted()

    def _standing_words(self) -> set[tuple[str, str]]:
        """(tab, words): the service may repeat an answer in other tabs."""
        tabs = {name: repr(lines) for name, lines in self.world.tabs().items()} if self.typed_into_ours else {}
        return {(name, words) for name, said in tabs.items() for words in self.typed_into_ours if words in said}

    def people_acted(self) -> None:
        """Somebody has done something: what a stopped update would have come to without the stop is not known now."""
        if self.shadow is not None:
            shutil.rmtree(self.shadow.root)
            self.shadow = None

    def rest(self, fresh: Path) -> None:
        """Updates until nothing is written, a person accepting what a guard asks; then a new office beside it.

        Raises AssertionError when it does not come to rest, or not to what the new one says.
        """
        results, acks = list[Result](), 0
        while len(results) < _LONGEST:
            done = self.update()
            assert done.result is not None, done.trouble
            results.append(done.result)
            waiting = set(self.told.waiting.values())
            acks += bool(waiting)
            for register in waiting:
                self.accept(register)
            if not waiting and not done.result.written:
                break
        rest = Rest(results, acks, BOUND, self.world.excused())
        here = timeless(self.world.tabs())
        new = OfficeOnTest(self.world.fresh(fresh))
        first = new.update().result
        if first is not None and not first.exit_code and not results[-1].exit_code:
            rest = self._beside(rest, here, new)
        self._look(rest)

    def _beside(self, rest: Rest, here: Said, new: "OfficeOnTest") -> Rest:
        """What both say, and which remarks are open in both."""
        opened, there = self.told.open_remarks, new.told.open_remarks
        more = self.told.answers or any(one[0] in OF_THE_PAST for one in opened)
        answered = frozenset(one for one in there if one[0] == _REFERENCE and more)
        said_there = timeless(new.world.tabs())
        return replace(rest, told=here, faultless=said_there, open=opened, open_there=there, answered=answered)

    def _run(self, reader: Reader, around: Around | None) -> Result | None:
        found, desk = list[Result](), self.world.desk()

        def work() -> None:
            found.append(update(desk))

        reader.look()
        try:
            with watched(reader):
                around(work) if around else work()
        finally:
            reader.look()
        return found[0] if found else None

    def _take_note(self, done: Update) -> None:
        taken = {row[1] for row in done.after.lasting["snapshots"][len(done.before.lasting["snapshots"]) :]}
        self.accepted -= taken
        if done.is_done:
            self.typed_into_ours.clear()
            self._compare_with_the_shadow()

    def _let_go_what_does_not_stand(self) -> None:
        for words in set(self.typed_into_ours).difference(words for _, words in self._standing_words()):
            del self.typed_into_ours[words]

    def _compare_with_the_shadow(self) -> None:
        """The same office, had its last update not been stopped."""
        if self.shadow is not None:
            self.shadow.clock.moment = self.world.clock.moment
            update(self.shadow.desk())
            rest = Rest((), 0, BOUND, told=said(self.world.tabs()), faultless=said(self.shadow.tabs()))
            self.people_acted()
            self._look(rest, of_a_stop=True)

    def _look(self, rest: Rest, *, of_a_stop: bool = False) -> None:
        looks = AT_REST[:1] if of_a_stop else AT_REST
        wrong = [f"{look.__name__}: {one}" for look in looks for one in look(rest)]
        assert wrong == [], "\n".join(wrong)


@contextmanager
def heard() -> Iterator[io.StringIO]:
    """Everything that is logged or printed while the block lasts."""
    words, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(words), root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    try:
        with contextlib.redirect_stdout(words), contextlib.redirect_stderr(words):
            yield words
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
