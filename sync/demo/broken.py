"""Files that can't be read, made by hand: behind a password, cut off, of another kind, with macros."""

import struct

from sync.demo.workbooks import repacked

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_ROOT, _STREAM = 5, 2
_XLSX_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_XLSM_TYPE = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_BIN_TYPE = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
_PARTS = "[Content_Types].xml"


def behind_password(book: bytes) -> bytes:
    """An OLE container with the streams that Excel writes for a workbook with a password; what is inside is noise."""
    info = b"\x04\x00\x04\x00" + bytes(4092)
    secret = struct.pack("<Q", len(book)) + bytes((byte * 7 + 13) % 256 for byte in book[:4088].ljust(4088, b"\0"))
    streams = (info, secret)
    sectors = [_fat(streams), _directory(streams), *streams]
    return _header() + b"".join(sectors)


def cut_off(book: bytes) -> bytes:
    """The first two thirds of a workbook."""
    return book[: len(book) * 2 // 3]


def web_page() -> bytes:
    """What a site gives when a table is «saved as Excel»."""
    rows = "<tr><td>Код</td><td>Полное наименование</td></tr><tr><td>ОО-0001</td><td>Средняя школа № 1</td></tr>"
    page = f"<html><head><meta charset='utf-8'></head><body><table>{rows}</table></body></html>"
    return page.encode()


def too_heavy(book: bytes, size: int) -> bytes:
    """The workbook with a picture that can't be packed, of about this many bytes."""
    noise = bytearray()
    state = 88172645463325252
    while len(noise) < size:
        state ^= (state << 13) & 0xFFFFFFFFFFFFFFFF
        state ^= state >> 7
        state ^= (state << 17) & 0xFFFFFFFFFFFFFFFF
        noise += state.to_bytes(8, "little")
    return repacked(book, {"xl/media/image1.png": bytes(noise)})


def with_macros(book: bytes, types: bytes) -> bytes:
    """The workbook as .xlsm; `types` is its part [Content_Types].xml."""
    changed = types.replace(_XLSX_TYPE, _XLSM_TYPE).replace(b"<Default ", _BIN_TYPE + b"<Default ", 1)
    return repacked(book, {_PARTS: changed, "xl/vbaProject.bin": b"\xcc\x61" + bytes(510)})


def _header() -> bytes:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    return head


def _fat(streams: tuple[bytes, ...]) -> bytes:
    chain = [_FAT, _END]
    for stream in streams:
        first, count = len(chain), len(stream) // _SECTOR
        chain += [*range(first + 1, first + count), _END]
    chain += [_FREE] * (_SECTOR // 4 - len(chain))
    return struct.pack(f"<{len(chain)}I", *chain)


def _directory(streams: tuple[bytes, ...]) -> bytes:
    first = 2
    entries = [_entry("Root Entry", _ROOT, child=2)]
    for number, (name, stream) in enumerate(zip(("EncryptionInfo", "EncryptedPackage"), streams, strict=True), 1):
        entries.append(_entry(name, _STREAM, left=1 if number == 2 else _FREE, start=first, size=len(stream)))
        first += len(stream) // _SECTOR
    return b"".join(entries).ljust(_SECTOR, b"\0")


def _entry(name: str, kind: int, *, left: int = _FREE, child: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    entry = text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, left, _FREE, child)
    return entry + bytes(36) + struct.pack("<IQ", start, size)
