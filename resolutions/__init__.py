"""The rules say what may happen; the lifecycle makes it happen; the records keep what happened; the web shows it.

The life of a resolution, in order: convening, drafting, admitting, amending, voting, adopting, following up.
"""
