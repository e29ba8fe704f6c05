"""The region is said to be other than it is: a municipality of the past, a code of another region, one organisation
in two rows."""

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


def _branch(ground: Ground) -> Broken:
    head, branch = (ground.take("ENT", lambda row: row["kpp"] is not None) for _ in range(2))
    first, last = sorted((head, branch), key=lambda row: str(row["id"]))
    ground.change("ENT", last, "kpp", "980143001")
    broken = ground.change("ENT", last, "inn", first["inn"])
    return Broken(broken.register, broken.row, broken.field)


def _called_alike(ground: Ground) -> Broken:
    sites = [ground.take("ENT") for _ in range(2)]
    first, last = sorted(sites, key=lambda row: str(row["id"]))
    return ground.change("ENT", last, "title", f"ЗАО «{first['title']}»")


REGION = (
    Crossing("X61", "abolished municipality", _abolished),
    Crossing("X62", "code of another region", _of_another_region),
    Crossing("X64", "number of the head organisation", _branch),
    Crossing("X64", "two organisations called alike", _called_alike),
)
