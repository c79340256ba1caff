"""The console's view of the hub: what it said last and what was asked of it."""
