"""Telling the operator: results, errors, new alarms, and that the hub fell silent."""
