"""What is remembered: tables, with their constraints named as sentences."""
