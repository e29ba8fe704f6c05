"""What a person sends: a small form and nothing else, from our own page."""

from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

from config.errors import OfficeError

_MOST_BYTES = 64 * 1024
_MOST_FIELDS = 50


class FormError(OfficeError):
    """Форма не принята."""

    def __init__(self, sentence: str, status: int, *, advice: str = "") -> None:
        """`status` is the HTTP code of the answer."""
        super().__init__(sentence, advice=advice)
        self.status = status


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form. Raises FormError for what another site sends, what is too large, what is no form."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise FormError("Форма отправлена с чужого сайта.", 403, advice="Откройте страницу офиса и повторите.")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise FormError("Это не форма страницы.", 415, advice="Откройте страницу офиса и повторите.")
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > _MOST_BYTES:
            raise FormError("Форма слишком большая.", 413, advice="Напишите короче.")
    try:
        return dict(parse_qsl(data.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise FormError("Форма повреждена.", 400, advice="Обновите страницу и повторите.") from error


def peer_of(request: Request, behind_proxy: bool) -> str:  # noqa: FBT001  a fact of the settings
    """The address that the request comes from; behind a proxy the one that the proxy itself has seen."""
    forwarded = request.headers.get("x-forwarded-for", "") if behind_proxy else ""
    seen = forwarded.rpartition(",")[2].strip()
    return seen or (request.client.host if request.client is not None else "")
