"""The headless process that owns the database and both sockets."""
