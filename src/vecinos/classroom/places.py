"""Names that a teacher of a class sees: files beside the grades, and the variable with the gradebook's address."""

GRADEBOOK_VARIABLE = "VECINOS_GRADEBOOK"
JOURNAL = "journal.jsonl"
BY_HAND = "by-hand.csv"
