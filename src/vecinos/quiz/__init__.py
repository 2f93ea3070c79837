"""Questions: a bank in YAML, marked alike in Python and in the page, shown by ``quiz(slug, set_id)``."""

from vecinos.quiz.bank import BankError, load_bank
from vecinos.quiz.grading import grade, parse_number
from vecinos.quiz.model import Question, question_set, resolve
from vecinos.quiz.widget import quiz

__all__ = ["BankError", "Question", "grade", "load_bank", "parse_number", "question_set", "quiz", "resolve"]
