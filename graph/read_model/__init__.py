"""The read model: SQLite beside the store, from which questions are answered."""
