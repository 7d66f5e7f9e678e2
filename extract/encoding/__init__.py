"""The encoder at work: words in, vectors and scores out.

words, pieces, capitals   a text as the encoder reads it
windows, batching         long texts cut to what it holds at once
encoder, labels           the model, and what its heads choose from
stance_input              what the reader of stances, above its middle, reads
viterbi                   the best tags
encoded                   what a document keeps of all this
"""
