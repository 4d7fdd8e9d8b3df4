"""One use case a file: read, call, write."""
