"""Everything that is Qt: windows, panels, models and the one seam between threads."""
