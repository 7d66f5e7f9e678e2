"""What the step and persons have found of names, topics and claims."""
