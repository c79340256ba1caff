"""Locking the console and handing it over."""
