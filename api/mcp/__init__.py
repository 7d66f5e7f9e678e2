"""Tools for language-model agents, by the Model Context Protocol: they only read.

Every answer names the article of each claim, and the place in it that proves it.
"""
