"""The store of a shared site, in PostgreSQL: one writer by a lock, fenced by its epoch."""
