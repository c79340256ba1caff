"""Application logic of the command-center console. Nothing in here imports Qt."""
