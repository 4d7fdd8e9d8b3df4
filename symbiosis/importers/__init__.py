"""A file in, rows and row errors out."""
