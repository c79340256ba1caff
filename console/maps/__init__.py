"""Datums, district packs and spatial look-up."""
