"""Assignments: a student version derived from a master with solutions, a class graded with nbgrader.

What a student's notebook imports are the checks; everything else is behind ``vecinos assignment``.
"""

from vecinos.classroom.checks import check_frame, check_items, check_number, check_words

__all__ = ["check_frame", "check_items", "check_number", "check_words"]
