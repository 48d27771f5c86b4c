"""The life of a resolution: one module a stage, one function a step."""
