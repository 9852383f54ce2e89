"""21 February 2018: no ordinals, no leading zero, the month in full."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
