"""Invents a district: seeded and repeatable, so that a demo is the same on every machine."""
