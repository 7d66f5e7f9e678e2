"""The ground: the vocabulary, the stances, the topics and the claim record."""
