"""Languages: translations read straight from .ts files, and how numbers and times are written."""
