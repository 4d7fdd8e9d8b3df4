"""What pictures and indicators sum: pure functions from a scene to figures; nothing is drawn or worded here."""
