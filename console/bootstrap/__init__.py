"""Puts the processes of one workstation together and takes them apart again."""
