"""Who somebody is: passwords, and identity providers."""
