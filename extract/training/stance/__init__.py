"""Training of the stance reader: `python -m extract.training.stance --help`.

Teachers with all six layers of MiniLM learn from the labels. The student keeps every
second layer, learns from the labels and from what the teachers say of every
attribution, labelled or not (Hinton et al. 2015; Sanh et al. 2019), and is what ships.
"""
