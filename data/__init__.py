"""The hub's store: SQLAlchemy tables, repositories and the unit of work. Rows never leave here."""
