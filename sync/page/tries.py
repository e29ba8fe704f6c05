"""Wrong tokens are counted, so that nobody can try many of them."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

_MOST_PEERS = 1000


@dataclass
class Tries:
    """At most `most` wrong tokens of one address in `span` seconds, and ten times as many of all together."""

    monotonic: Callable[[], float]
    most: int = 10
    span: float = 600.0
    _wrong: dict[str, deque[float]] = field(default_factory=dict)

    def allows(self, peer: str) -> bool:
        """The address may try once more."""
        self._forget()
        every = sum(map(len, self._wrong.values()))
        return len(self._wrong.get(peer, ())) < self.most and every < 10 * self.most

    def wrong(self, peer: str) -> None:
        """The address has tried a token that there is not."""
        if peer in self._wrong or len(self._wrong) < _MOST_PEERS:
            self._wrong.setdefault(peer, deque(maxlen=self.most)).append(self.monotonic())

    def _forget(self) -> None:
        since = self.monotonic() - self.span
        for peer, moments in list(self._wrong.items()):
            while moments and moments[0] <= since:
                moments.popleft()
            if not moments:
                del self._wrong[peer]
