"""Days and hours: TODAY, NOW, DATE, TIME, YEAR, MONTH, DAY, WEEKDAY."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType

from tests.sheets_server.cell_values import Scalar, moment_of, serial_of
from tests.sheets_server.formulas.coercion import number_of
from tests.sheets_server.formulas.evaluation import Function
from tests.sheets_server.formulas.faults import FormulaError
from tests.sheets_server.formulas.functions.shapes import each
from tests.sheets_server.locales import Locale


def _date(locale: Locale, year: Scalar, month: Scalar, day: Scalar) -> Scalar:
    """Months and days beyond their measure run over; a year below 1900 counts from 1900."""
    years, months, days = (
        int(number_of(value, locale, "DATE", place)) for place, value in enumerate((year, month, day), start=1)
    )
    years += 1900 if 0 <= years < 1900 else 0
    more, index = divmod(months - 1, 12)
    try:
        return serial_of(date(years + more, index + 1, 1) + timedelta(days - 1))
    except (ValueError, OverflowError):
        raise FormulaError("NUM", "Function DATE parameters are beyond the calendar.") from None


def _time(locale: Locale, hour: Scalar, minute: Scalar, second: Scalar) -> Scalar:
    parts = [int(number_of(value, locale, "TIME", place)) for place, value in enumerate((hour, minute, second), 1)]
    return (parts[0] * 3600 + parts[1] * 60 + parts[2]) % 86_400 / 86_400


def _part(what: str, take: Callable[[datetime], int]) -> Function:
    def call(locale: Locale, value: Scalar) -> Scalar:
        try:
            return take(moment_of(number_of(value, locale, what)))
        except OverflowError:
            raise FormulaError("NUM", f"Function {what} parameter 1 value is beyond the calendar.") from None

    return each(call, 1)


FUNCTIONS: Mapping[str, Function] = MappingProxyType(
    {
        "TODAY": Function(lambda evaluation, _nodes: evaluation.context.today, 0, 0),
        "NOW": Function(lambda evaluation, _nodes: evaluation.context.now, 0, 0),
        "DATE": each(_date, 3),
        "TIME": each(_time, 3),
        "YEAR": _part("YEAR", lambda moment: moment.year),
        "MONTH": _part("MONTH", lambda moment: moment.month),
        "DAY": _part("DAY", lambda moment: moment.day),
        "HOUR": _part("HOUR", lambda moment: moment.hour),
        "MINUTE": _part("MINUTE", lambda moment: moment.minute),
    }
)
