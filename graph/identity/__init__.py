"""The step that brings names together across articles, rule by rule.

step                     all of it, and what it writes
appearances              the persons of articles, with what tells them apart
person_matching          persons: `namesakes`, `variants` and `short_names` in turn
topic_matching           topics
fields_of_work           what a title says of the field somebody works in
"""
