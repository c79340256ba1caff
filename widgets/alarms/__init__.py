"""Alarms in the window: sounds, cards, what is put aside, and what can be done with them."""
