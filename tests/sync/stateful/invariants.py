"""I1–I12 of the service, a function each: given what is known of an update or of an office at rest, the faults in words.

None of them asks the service's own code what is right: the model of the staff, SQLite and a reader of files do.
"""

from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.policy import default

from config.errors import DamagedStateError
from tests.sync.stateful.account import Delivered, Rest, Update
from tests.sync.stateful.comparing import PROGRAMMERS, apart, called_taken, not_plain, unlike

TAKEN = frozenset({"accepted", "unchanged"})
VANISH_ROWS, VANISH_SHARE, ALWAYS_ASK = 2, 0.2, 0.5
"""How many rows may go without asking, as the settings of the small office say (and its defaults)."""
MOST_LINES = 400
"""Rows of a history that one update of a small office may add at most."""
OF_THE_PAST = frozenset({"S13", "X44", "X45", "X59"})
"""Remarks on what changed between two readings: a new office can't know them."""
ANOTHER_TABLE = "S9"
"""The remark that rows below a gap were taken for another table, and not read."""
NO_FILE = "no whole file"
"""How a reader calls what is no file that he can open."""
_CODES = {0, 1, 2, 7}
_PUBLIC = ("Отчёты.xlsx#", "Замечания.xlsx#", "Отчёты РПО#")


def i1_what_staff_typed_stands_as_they_left_it(update: Update) -> Iterator[str]:
    """Their workbooks (memory: the values handed over; folder: bytes; Google: a twin in which no service wrote).

    What they typed into our tabs is kept aside, or known to the history as an answer to a remark; of several answers to
    one remark that of the head goes over the others.
    """
    yield from update.altered
    if update.is_done and update.typed_into_ours:
        kept = f"{update.aside} {update.after.reasons} {list(update.tabs.values())}"
        heard = {remark for words, remark in update.typed_into_ours.items() if words in kept}
        for words, remark in update.typed_into_ours.items():
            if words not in kept and (not remark or remark not in heard):
                yield f"«{words}», typed into a tab of ours, is lost"


def i2_the_history_only_grows_and_says_what_was_typed(update: Update) -> Iterator[str]:
    """Every row of every table that is only added to is still there, chain and seal are whole; a register that was
    taken stands in the history as staff typed it: the codes, and each cell of a row whose code stands once.
    """
    yield from update.damage
    if isinstance(update.trouble, DamagedStateError):
        yield "the service itself calls the history damaged"
    for name, rows in update.before.lasting.items():
        if update.after.lasting[name][: len(rows)] != rows:
            yield f"{name}: rows of earlier updates are gone or changed"
    told = {(code, register) for code, register, _ in update.after.open_remarks}
    for register, state in update.states.items():
        typed, kept = update.typed.get(register), update.after.rows.get(register, {})
        if state in TAKEN and typed is not None and register not in update.unreadable:
            partly = (ANOTHER_TABLE, register) in told
            yield from (f"{register}: {one}" for one in unlike(register, typed, kept, partly=partly))


def i4_a_reader_sees_one_generation(update: Update) -> Iterator[str]:
    """At every named step somebody opens every file of ours: a whole one, first the old, then the new, no third."""
    for name, contents in update.seen.items():
        if NO_FILE in contents:
            yield f"{name}: a reader found {NO_FILE}"
        turns = [one for at, one in enumerate(contents) if at == 0 or contents[at - 1] != one]
        if len(turns) > 2:
            yield f"{name}: a reader saw {len(turns)} generations in one update"


def i5_a_delivery_is_known_again(delivered: Delivered) -> Iterator[str]:
    """Letters, at a real server: what came twice came under the same Message-ID with the same bytes, and nobody got two
    letters of one kind for one day (their subjects say the day). Periods: each report has its number once, and its files
    in the archive stay as they were. Packages need registers that the small office does not keep.
    """
    by_id, ids = dict[str, bytes](), dict[tuple[str, str], set[str]]()
    for data in delivered.letters:
        letter = message_from_bytes(data, policy=default)
        name, whose = str(letter["Message-ID"]), (str(letter["To"]), str(letter["Subject"]))
        if by_id.setdefault(name, data) != data:
            yield f"{name} came again and is another letter"
        ids.setdefault(whose, set()).add(name)
    yield from (f"«{subject}» came under {len(some)} ids" for (_, subject), some in ids.items() if len(some) > 1)
    issued = [row[:2] for row in delivered.told.lasting["periods"]]
    yield from (f"the report {one} was issued twice" for one in {one for one in issued if issued.count(one) > 1})
    changed = (name for name, digest in delivered.before.items() if delivered.after.get(name) != digest)
    yield from (f"{name} of a closed period is not as it was issued" for name in changed)


def i6_an_incomplete_reading_is_no_success(update: Update) -> Iterator[str]:
    """A register that could not be read is neither taken nor changed in the history, the exit code is not 0, and
    «Состояние» does not call it taken.
    """
    known = update.accepted | _let_go_from_its_tab(update)
    for register in update.unreadable:
        if update.after.codes(register) != update.before.codes(register) and register not in update.accepted:
            yield f"{register}: could not be read, and its rows in the history have changed"
        if update.result is None or register in update.accepted:
            continue
        if register not in known and update.states.get(register, "failed") in TAKEN:
            yield f"{register}: could not be read, and is called {update.states[register]}"
        if update.result.exit_code == 0:
            yield f"{register}: could not be read, and the exit code is 0"
    if update.is_done:
        yield from called_taken(update.tabs, update.unreadable - known)


def _let_go_from_its_tab(update: Update) -> frozenset[str]:
    """Registers whose own tab is away, and of which the head has accepted something: another tab may be theirs now."""
    accepted = {register for register, _ in update.before.accepted.values()}
    return frozenset(key for key in update.unreadable if update.typed.get(key) is None and key in accepted)


def i7_many_rows_go_only_when_a_person_said_so(update: Update) -> Iterator[str]:
    """More rows than the settings allow left the register in one update: a person had accepted a hold of it. A row
    without a code that is not found any more may be one that was typed anew: only codes are counted as gone, once each.
    """
    for register in ("TEAM", "MENT", "STAFF"):
        before, after = update.before.numbers(register), update.after.numbers(register)
        coded = {number: code for number, code in before.items() if not code.startswith("?")}
        gone = len({code for number, code in coded.items() if number not in after} - set(after.values()))
        was = len(before)
        limit = max(VANISH_ROWS, int(was * VANISH_SHARE))
        if register not in update.accepted and (gone > limit or gone > was * ALWAYS_ASK):
            yield f"{register}: {gone} rows of {was} went, and nobody was asked"


def i8_nothing_personal_leaves_its_place(update: Update) -> Iterator[str]:
    """Made-up surnames, phones and addresses: not in what is logged, printed or raised, not in a summary, not in the
    name of a file, not in the tabs that everybody in the office may read.
    """
    public = {name: lines for name, lines in update.tabs.items() if name.startswith(_PUBLIC)}
    places = {"a log": update.heard, "a summary": repr(update.result), "a name of a file": " ".join(update.names)}
    places |= {name: repr(lines) for name, lines in public.items()}
    if update.trouble is not None:
        places["an error"] = f"{update.trouble!r} {update.trouble.sentence} {update.trouble.advice}"
    for place, words in places.items():
        yield from (f"{canary} stands in {place}" for canary in update.canaries if canary in words)


def i9_tokens_never_go_down(update: Update) -> Iterator[str]:
    """The numbers of updates go up one by one; the tokens of what is written never fall, and a new update has one above
    all before; what a tab of ours bears never comes from an older update than before.
    """
    runs = [row[0] for row in update.after.lasting["runs"]]
    if runs != list(range(1, len(runs) + 1)):
        yield f"updates are numbered {runs[-5:]}"
    tokens = update.after.tokens
    if tokens != sorted(tokens):
        yield "a token is below one before it"
    fresh = tokens[len(update.before.tokens) :]
    if fresh and update.before.tokens and min(fresh) <= update.before.tokens[-1]:
        yield "an update has the token of an earlier one"
    if len(set(fresh)) > 1:
        yield f"one update has the tokens {sorted(set(fresh))}"


def i10_an_update_is_bounded(update: Update) -> Iterator[str]:
    """Rows added to the history, calls of Google, temporary files left when it was done, intents left open."""
    grown = sum(len(rows) - len(update.before.lasting[name]) for name, rows in update.after.lasting.items())
    if grown > MOST_LINES:
        yield f"one update added {grown} rows to the history"
    if update.calls > update.most_calls:
        yield f"one update made {update.calls} calls, at most {update.most_calls} are allowed"
    if update.result is not None:
        yield from (f"{name} was left over" for name in update.names if ".rpo-new" in name)
        if update.after.open_intents and not update.result.left:
            yield f"{update.after.open_intents} intents are open after an update that was done"


def i11_a_trouble_is_a_russian_sentence_with_advice(update: Update) -> Iterator[str]:
    """Only an OfficeError comes out (anything else fails the machine at once), with a known exit code; what is told of
    files that were left and of registers that were not taken is Russian, too.
    """
    if update.trouble is not None:
        error = update.trouble
        if error.exit_code not in _CODES:
            yield f"{type(error).__name__} ends with {error.exit_code}"
        yield from not_plain(type(error).__name__, error.sentence)
        yield from not_plain(f"the advice of {type(error).__name__}", error.advice)
    if update.result is not None:
        for key, one in update.result.registers.items():
            if one["state"] not in TAKEN:
                yield from not_plain(f"the reason of {key}", str(one["reason"]))
        yield from (f"{name} was left: {why}" for name, why in update.result.left.items() if PROGRAMMERS.search(why))


def i3_at_rest_it_says_what_an_office_without_faults_says(rest: Rest) -> Iterator[str]:
    """Our tabs equal those of a new office with the same registers that never saw a fault, but for what only a past
    can know; right after an update that was stopped, they equal those of the same office when it was not stopped.
    """
    for name in sorted(rest.told.keys() | rest.faultless.keys()):
        here, there = rest.told.get(name), rest.faultless.get(name)
        if here != there:
            yield f"{name}: {apart(here, there)}"
    yield from (f"{one} is open only here" for one in sorted(rest.open - rest.open_there) if one[0] not in OF_THE_PAST)
    yield from (f"{one} is open only in a new office" for one in sorted(rest.open_there - rest.open - rest.answered))


def i12_it_is_green_within_the_bound(rest: Rest) -> Iterator[str]:
    """Faults have stopped and staff have mended their headings: within the bound the exit code is 0 and the next update
    writes nothing. A person was needed only for what a guard asked.
    """
    if not rest.results or len(rest.results) > rest.bound + rest.acks:
        yield f"{len(rest.results)} updates, at most {rest.bound} and one for each of {rest.acks} holds are allowed"
    last = rest.results[-1]
    unread = {key for key, one in last.registers.items() if one["state"] not in TAKEN}
    if last.exit_code and (last.left or last.held or not unread <= rest.excused):
        yield f"it ends with {last.exit_code}: {dict(last.registers)}, left {dict(last.left)}, held {last.held}"
    if last.written:
        yield f"it goes on writing {last.written}"


OF_AN_UPDATE: tuple[Callable[[Update], Iterator[str]], ...] = (
    i1_what_staff_typed_stands_as_they_left_it,
    i2_the_history_only_grows_and_says_what_was_typed,
    i4_a_reader_sees_one_generation,
    i6_an_incomplete_reading_is_no_success,
    i7_many_rows_go_only_when_a_person_said_so,
    i8_nothing_personal_leaves_its_place,
    i9_tokens_never_go_down,
    i10_an_update_is_bounded,
    i11_a_trouble_is_a_russian_sentence_with_advice,
)
AT_REST: tuple[Callable[[Rest], Iterator[str]], ...] = (
    i3_at_rest_it_says_what_an_office_without_faults_says,
    i12_it_is_green_within_the_bound,
)
