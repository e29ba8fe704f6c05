"""The history as the service sees it: what was done and when, and which machine writes."""

from sync.state.store import Store


class ServiceStore(Store):
    """The open history of a service, for as long as it works; updates come and go beside it."""

    beside = True
