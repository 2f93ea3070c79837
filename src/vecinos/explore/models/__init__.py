"""The arithmetic behind the explorers: pure functions, with units, formula and source."""
