"""The forms that pages offer, by subject."""
