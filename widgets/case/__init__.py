"""The case panel: where a case stands, what may be done next, what has been done."""
