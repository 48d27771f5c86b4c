"""Voting: a question is announced, opened, answered by those on its roll, closed and declared."""
