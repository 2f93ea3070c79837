"""What grading workers have imported before they start: they are forks of a process that has imported this module."""

import signal
import sys

# Ctrl-C goes to every process of a terminal; the one that reads submissions out tells the workers when to stop.
signal.signal(signal.SIGINT, signal.SIG_IGN)
# See vecinos.cli: this process does not come by there.
sys.modules.setdefault("rfc3987_syntax", None)

import distributed  # noqa: E402, F401
import pandas  # noqa: E402, F401

import vecinos.classroom.grading  # noqa: E402, F401
from vecinos.classroom.quick import warm  # noqa: E402

warm()
