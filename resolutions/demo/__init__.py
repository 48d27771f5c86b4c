"""The demo: one invented federation, carried through every stage by the steps themselves."""
