"""The region is said to be other than it is: a municipality of the past, a code of another region."""

from datetime import date

from sync.demo.crossing.ground import Broken, Crossing, Ground
from sync.demo.region import OKTMO

_OLD = "Старокаменский район"


def _abolished(ground: Ground) -> Broken:
    into = ground.rows["MUN"][0]
    ground.add(
        "MUN",
        id=_OLD,
        oktmo=f"{OKTMO}690000",
        type="Муниципальный район",
        until=date(2024, 12, 31),
        successor=into["id"],
    )
    site = ground.take("ENT", lambda row: row["municipality"] is not None)
    return ground.change("ENT", site, "municipality", _OLD)


def _of_another_region(ground: Ground) -> Broken:
    place = ground.take("MUN")
    code = str(place["oktmo"])
    return ground.change("MUN", place, "oktmo", ("01" if code[:2] != "01" else "02") + code[2:])


REGION = (
    Crossing("X61", "abolished municipality", _abolished),
    Crossing("X62", "code of another region", _of_another_region),
)
