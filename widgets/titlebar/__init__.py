"""The title bar: where, who, when, and whether everything is alive."""
