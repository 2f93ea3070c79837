"""Notebooks and tests alike run in static mode: what they show is what the book stores."""

import os

os.environ.setdefault("VECINOS_STATIC", "1")
