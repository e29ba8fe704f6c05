"""Check digits of a whole column at once: a place of all the numbers is a string of bytes, a weight is a table."""

from collections.abc import Sequence
from functools import cache
from itertools import compress

_ZERO = ord("0")
_REMAINDERS = bytes(_ZERO + total % 11 % 10 for total in range(256))


def unproven(numbers: Sequence[str], proofs: Sequence[tuple[int, ...]]) -> list[str]:
    """The numbers, all of one length, in which a check digit is wrong.

    A proof is the weights of the places before its check digit (sum modulo 11 modulo 10). The sums of all the numbers
    are added as one long integer of a byte each: eleven remainders of at most ten never carry into the next byte.
    """
    if not numbers:
        return []
    length = len(numbers[0])
    digits = "".join(numbers).encode()
    places = [digits[place::length] for place in range(length)]
    wrong = 0
    for weights in proofs:
        total = sum(_as_integer(places[at].translate(_times(weight))) for at, weight in enumerate(weights))
        expected = total.to_bytes(len(numbers), "little").translate(_REMAINDERS)
        wrong |= _as_integer(expected) ^ _as_integer(places[len(weights)])
    return list(compress(numbers, wrong.to_bytes(len(numbers), "little")))


def _as_integer(digits: bytes) -> int:
    return int.from_bytes(digits, "little")


@cache
def _times(weight: int) -> bytes:
    """A table from a digit's byte to the digit times the weight modulo 11."""
    return bytes((byte - _ZERO) * weight % 11 for byte in range(256))
