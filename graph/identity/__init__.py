"""The step that brings names together across articles, rule by rule."""
