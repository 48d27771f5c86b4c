"""The rule book: pure functions without database, web or clock."""
