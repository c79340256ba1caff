"""Bridges: sources that take events from elsewhere and acknowledge them there once stored."""
