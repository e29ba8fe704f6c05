"""Faults in the office itself: a function nobody keeps, a direction nobody holds, more people than approved."""

from sync.demo.crossing.ground import Broken, Crossing, Ground
from sync.demo.staff import HEAD, MEDIA

_DUTY = "H6"
"""A function that the head alone keeps and no measure names."""


def _nobody_keeps(ground: Ground) -> Broken:
    function = ground.keep("FUNCTION", _DUTY)
    head = ground.keep("STAFF", ground.rows["STAFF"][HEAD]["id"])
    left = [one for one in str(head["functions"]).split("; ") if one != _DUTY]
    broken = ground.change("STAFF", head, "functions", "; ".join(left))
    return Broken("FUNCTION", function, "not_kept", broken.change)


def _nobody_holds(ground: Ground) -> Broken:
    row = ground.keep("STAFF", ground.rows["STAFF"][MEDIA]["id"])
    broken = ground.change("STAFF", row, "roles", "Иная")
    return Broken("STAFF", None, "roles", broken.change)


def _too_many(ground: Ground) -> Broken:
    row = ground.take("PASSPORT", lambda row: row["id"] == "Утверждённая численность")
    return ground.change("PASSPORT", row, "value", "6")


def _no_order(ground: Ground) -> Broken:
    row = ground.take("STAFF", lambda row: row["until"] is None)
    return ground.change("STAFF", row, "duties", None)


STAFFING = (
    Crossing("X40", "function without a keeper", _nobody_keeps),
    Crossing("X40", "direction without an employee", _nobody_holds),
    Crossing("X40", "more people than approved", _too_many),
    Crossing("X40", "duties without an order", _no_order),
)
