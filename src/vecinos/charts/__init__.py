"""Charts: one message each, drawn for phone and desktop, in the page's own colours, with their data at hand."""

from vecinos.charts.kinds import ChartError, bar_chart, line_chart, share_chart
from vecinos.charts.maps import border_map
from vecinos.charts.numbers import number_table

__all__ = ["ChartError", "bar_chart", "border_map", "line_chart", "number_table", "share_chart"]
