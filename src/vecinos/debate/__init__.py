"""Where a reader stands in a debate, before and after, and the option of their own. What they write stays with them."""

from vecinos.debate.show import debates, own_option, position

__all__ = ["debates", "own_option", "position"]
