"""Training the encoder and its heads (the extra `train`: PyTorch)."""
