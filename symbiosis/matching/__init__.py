"""Pure functions on arrays: candidates, criteria, score, sharing groups."""
