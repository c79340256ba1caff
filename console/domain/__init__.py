"""The words of the command centre as plain Python: no I/O, no Qt, standard library only."""
