"""What systemd is told: that the service is ready, that it makes progress, that it stops (sd_notify, no library)."""

import os
import socket
from collections.abc import Mapping


class Notifier:
    """Tells the socket that NOTIFY_SOCKET names; without one it tells nobody. It never raises."""

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        """`environ` is the environment of the process."""
        address = (os.environ if environ is None else environ).get("NOTIFY_SOCKET", "")
        self._address = f"\0{address[1:]}" if address.startswith("@") else address

    def ready(self) -> None:
        """The service is at work."""
        self._tell("READY=1")

    def progress(self) -> None:
        """A step was made: a service that hangs makes none, and is started anew."""
        self._tell("WATCHDOG=1")

    def stopping(self) -> None:
        """The service ends its work."""
        self._tell("STOPPING=1")

    def status(self, words: str) -> None:
        """One line for `systemctl status`."""
        self._tell(f"STATUS={words}")

    def _tell(self, line: str) -> None:
        if not self._address or not hasattr(socket, "AF_UNIX"):
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as end:
                end.connect(self._address)
                end.sendall(line.encode())
        except OSError:
            return  # nobody listens any more: the work goes on
