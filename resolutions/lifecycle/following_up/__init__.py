"""Following up: what the adopted words ask, what was answered, and what the secretariat made of it."""
