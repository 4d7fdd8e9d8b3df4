"""The words of the trade: plain types, standard library and NumPy only."""
