"""Every named read: lists, search, history, boards; what a reader may see is decided in `visibility`."""
