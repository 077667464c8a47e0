"""Which number of 03/04/2026 is the month: decided once for a whole file, and said."""

from collections.abc import Iterable

from generator.load.points import Region, find_order, read_date


def settle_dates(
    texts: Iterable[str], region: Region | None = None, series: Iterable[Iterable[str]] = ()
) -> tuple[Region, tuple[str, ...]]:
    """Settle how the dates of a file are read; gives the region for them and a remark, if any.

    `texts` are its single dates and `series` the dates of its figures, as they were written. A
    number over 12 decides for all, else figures that are evenly spaced one way alone.
    """
    region = region or Region()
    rows = [[found for text in each if (found := read_date(text))] for each in series]
    single = [found for text in texts if (found := read_date(text))]
    written = [*single, *(each for row in rows for each in row)]
    loose = [each for each in written if each.is_open and each.month != each.day]
    if not loose:
        return region, ()
    order = find_order(loose, region._replace(month_first=None), is_series=False)
    if order.is_open:
        spaced = (find_order(row, region._replace(month_first=None)) for row in rows)
        usual = find_order(loose, region, is_series=False)
        order = next((each for each in spaced if each.month_first is not None), usual)
    told = f"Dates such as {loose[0].text} were"
    if order.month_first is None:
        remark = f"{told} left as they are: {order.why}."
    else:
        first = "month" if order.month_first else "day"
        remark = f"{told} read with the {first} first: {order.why}."
    return region._replace(month_first=order.month_first), (remark,)
