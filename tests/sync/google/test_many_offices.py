"""Offices in Google that many processes work for: every call has its place in the queues of the one who asks them."""

import json
from collections import Counter

from sqlalchemy import select

from sync.service.many import Many, Measure
from sync.service.notify import Notifier
from sync.service.stopping import Stop
from sync.state.store import Store
from sync.state.tables import RUNS
from tests.sync.google.offices import GoogleOfficeOnTest


def test_every_call_of_a_hand_has_a_place_in_the_shared_queues(office: GoogleOfficeOnTest) -> None:
    many = Many(office.folder.parent, Measure(hands=1), Stop(), Notifier({}), lambda _words: None)
    many.run(once=True)
    with Store.open(office.desk().history, read_only=True) as store, store.asking() as connection:
        runs = connection.execute(select(RUNS.c.summary)).scalars().all()
    calls = sum((Counter(json.loads(run)["calls"]) for run in runs), Counter[str]())  # by day a light one comes after
    taken = {name.partition(" ")[0]: len(moments) for name, moments in many._quota._taken.items()}
    assert taken["write"] == calls["write"]
    assert taken["read"] >= calls["read"] + calls["metadata"] > 0, "the look before the update asked, too"
    assert taken["project"] == taken["read"] + taken["write"]
