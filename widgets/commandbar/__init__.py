"""The command bar: a few letters take the operator anywhere."""
