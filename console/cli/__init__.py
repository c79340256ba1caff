"""The command line. Each command imports only the rooms it needs, so that the window is quick."""
