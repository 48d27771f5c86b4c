"""The pages, cut by what one looks at."""
