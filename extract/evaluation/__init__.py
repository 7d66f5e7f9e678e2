"""How good the public output is: scores against gold."""
