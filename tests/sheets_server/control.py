"""The control of a running server, `/__emu/…`: its clock, faults, quotas, people and spreadsheets."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import datetime

from tests.sheets_server import tokens
from tests.sheets_server.call import Answer, Call, answered, refused
from tests.sheets_server.clock import VirtualClock, stamp
from tests.sheets_server.errors import ApiError, invalid, no_page
from tests.sheets_server.faults import Rule, sweep
from tests.sheets_server.hand import ACTIONS
from tests.sheets_server.human import Deed, Done
from tests.sheets_server.plain import Json
from tests.sheets_server.quota import Limits
from tests.sheets_server.surroundings import Surroundings

PREFIX = "/__emu/"
Control = Callable[[Surroundings, Json], Json]


def answer(around: Surroundings, call: Call) -> Answer:
    """The answer to a call of the control; what is wrong with it is said with 400, an unknown address with 404."""
    name = call.path.removeprefix(PREFIX).strip("/")
    found = CONTROLS.get(f"{call.method} {name}")
    if found is None:
        return refused(no_page())
    try:
        with around.world.lock:
            document = found(around, call.json())
            if call.method != "GET":
                around.changed()
    except ApiError as wrong:
        return refused(wrong)
    except (KeyError, TypeError, ValueError) as wrong:
        return refused(invalid(f"{type(wrong).__name__}: {wrong}"))
    return answered(document)


def _counts(around: Surroundings, _body: Json) -> Json:
    return around.counts.json()


def _clear_counts(around: Surroundings, _body: Json) -> Json:
    around.counts.clear()
    return around.counts.json()


def _clock(around: Surroundings, _body: Json) -> Json:
    clock = around.world.clock
    return {"now": stamp(clock.now()), "virtual": isinstance(clock, VirtualClock)}


def _set_clock(around: Surroundings, body: Json) -> Json:
    clock = around.world.clock
    if not isinstance(clock, VirtualClock):
        raise invalid("The clock is the computer's own; start the server with --virtual-clock.")
    if "now" in body:
        clock.set(datetime.fromisoformat(body["now"]))
    clock.advance(float(body.get("advance", 0)))
    return _clock(around, body)


def _faults(around: Surroundings, _body: Json) -> Json:
    return around.faults.json()


def _set_faults(around: Surroundings, body: Json) -> Json:
    rules = tuple(_rule(around, each) for each in body.get("rules", []))
    if "sweep" in body:
        rules += sweep(float(body["sweep"]), after=float(body.get("after", 0.5)))
    around.faults.set(rules, int(body.get("seed", 0)))
    return around.faults.json()


def _rule(around: Surroundings, document: Json) -> Rule:
    deed = document.pop("deed", None)
    if deed is None:
        return Rule.of(document)
    name, arguments = deed["action"], deed.get("arguments", {})
    hand = around.hands.of(deed["spreadsheetId"], deed.get("email", ""))
    return Rule.of(document, lambda _call: hand.perform(Deed(name, arguments)))


def _no_faults(around: Surroundings, _body: Json) -> Json:
    around.faults.set(())
    return around.faults.json()


def _quota(around: Surroundings, _body: Json) -> Json:
    limits = around.quota.limits
    return {"limits": asdict(limits) if limits else None, "refused": around.quota.refused}


def _set_quota(around: Surroundings, body: Json) -> Json:
    around.quota.limit(Limits(**body) if body else None)
    return _quota(around, body)


def _human(around: Surroundings, body: Json) -> Json:
    hand = around.hands.of(body["spreadsheetId"], body.get("email", ""))
    return _done(hand.perform(Deed(body["action"], body.get("arguments", {}))))


def _done(done: Done) -> Json:
    return {"changed": done.changed} | ({"refused": done.refused} if done.refused else {})


def _actions(_around: Surroundings, _body: Json) -> Json:
    return {"actions": [action.name for action in ACTIONS]}


def _make_spreadsheet(around: Surroundings, body: Json) -> Json:
    world = around.world
    place = {"locale": body.get("locale", "en_US"), "zone": body.get("timeZone", "Etc/GMT")}
    book = world.create(body.get("title", "Untitled spreadsheet"), owner=body.get("owner"), **place)
    permissions: list[Json] = world.files[book.id]["permissions"]
    permissions.extend(world.permission(role, email) for email, role in body.get("share", {}).items())
    return {"spreadsheetId": book.id, "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{book.id}/edit"}


def _set_identities(around: Surroundings, body: Json) -> Json:
    identities = around.world.identities
    identities.strict = bool(body.get("strict", identities.strict))
    identities.skew = float(body.get("skew", identities.skew))
    for name, change in (("revoke", identities.revoke), ("disable", identities.disable), ("enable", identities.enable)):
        if name in body:
            change(body[name])
    found: Json = {"strict": identities.strict, "skew": identities.skew, "disabled": sorted(identities.disabled)}
    if "token" in body:
        wanted: Json = body["token"]
        found["token"] = tokens.made(wanted["email"], around.world.clock.now(), *wanted.get("scopes", []))
    return found


def _set_lateness(around: Surroundings, body: Json) -> Json:
    around.world.lateness.seconds = float(body["seconds"])
    return {"seconds": around.world.lateness.seconds}


CONTROLS: Mapping[str, Control] = {
    "GET counts": _counts,
    "DELETE counts": _clear_counts,
    "GET clock": _clock,
    "POST clock": _set_clock,
    "GET faults": _faults,
    "POST faults": _set_faults,
    "DELETE faults": _no_faults,
    "GET quota": _quota,
    "POST quota": _set_quota,
    "GET human": _actions,
    "POST human": _human,
    "POST spreadsheets": _make_spreadsheet,
    "POST identities": _set_identities,
    "POST lateness": _set_lateness,
}
