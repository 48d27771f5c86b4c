"""The words that pages put on codes, by subject."""
