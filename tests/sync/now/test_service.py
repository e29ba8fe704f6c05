"""A service at work hears the head within half a minute, and its next update tells him what came of it."""

from dataclasses import replace

from sync.service.clock import Clock
from sync.service.loop import Service
from sync.service.notify import Notifier
from sync.service.office import Premises
from sync.service.stopping import Stop
from sync.state.service_store import ServiceStore
from tests.sync.now.heads_tab import BLANK, MAY, HeadsTab
from tests.sync.service.premises import options


def test_what_the_head_asks_for_is_done_and_told(tab: HeadsTab) -> None:
    premises = Premises(options(tab.stage.office.folder, MAY), Clock())
    premises.settle(replace(premises.settled, ports=tab.stage.time.ports))
    with ServiceStore.open(premises.settled.history) as store, premises.writer.at_work(store):
        service = Service(premises, store, Clock(), Stop(), Notifier({}), [])
        service.hear()
        assert tab.lines()["Закрыть период"].told == ""
        tab.type("Закрыть период", "2026-04")
        service.hear()
    line = tab.lines()["Закрыть период"]
    assert line.result.startswith("Период закрыт")
    assert (line.asked, line.go) == (BLANK, "")
