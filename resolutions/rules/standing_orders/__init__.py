"""The rules of procedure of a body as one frozen value: orders, presets, weights, windows."""
