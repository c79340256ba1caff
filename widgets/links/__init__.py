"""The links to the hub and from the sources: how they are, what troubles them, what was refused."""
