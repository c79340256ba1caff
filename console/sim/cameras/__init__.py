"""Simulated cameras: drawn street scenes, encoded once, served as HTTP MPEG-TS to any number."""
