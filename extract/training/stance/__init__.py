"""Training of the stance reader: `python -m extract.training.stance --help`.

A teacher over MPNet learns from the labels. The student, a few layers over the shared
encoder's middle one, learns from the labels and from what the teacher says of every
attribution, labelled or recombined (Hinton et al. 2015; Sanh et al. 2019), and ships.
"""
