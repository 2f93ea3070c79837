"""The one error of this package."""


class DataError(ValueError):
    """A table, manifest or query that is wrong. The message names the file or table, the place and the mend."""
