"""Clocks and shifts: supervision cards, yardsticks, time limits, and the desk that opens them."""
