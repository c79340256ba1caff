"""Datums, look-ups, the invented district and its pack."""
