"""The pages: what their templates are given, and how they are rendered."""
