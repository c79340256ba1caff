"""The shift handover: its window, its text, its signatures, its print."""
