"""The body of an answer, read piece by piece, so that no server can keep us longer than a deadline."""

from collections.abc import Callable

from requests import Response
from requests.exceptions import ReadTimeout

_PIECE = 65_536


def read_whole(response: Response, deadline: float, monotonic: Callable[[], float]) -> None:
    """Reads the body of a streamed answer into it. Raises ReadTimeout past the deadline, else what urllib3 raises."""
    pieces = []
    with response:
        while piece := response.raw.read1(_PIECE, decode_content=True):
            pieces.append(piece)
            if monotonic() > deadline:
                raise ReadTimeout
    response._content = b"".join(pieces)  # noqa: SLF001  how requests keeps a body that was read apart
