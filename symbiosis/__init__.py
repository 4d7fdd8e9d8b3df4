"""Industrial symbiosis matchmaking: see docs/ for the house and README.md for its users."""
