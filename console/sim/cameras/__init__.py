"""Simulated cameras: drawn street scenes, encoded once, served live to any number of clients."""
