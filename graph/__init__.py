"""Claims stored and asked for."""
