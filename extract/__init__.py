"""Text in, claims out.

reading, fetching         articles from files and from the web
pipeline                  articles through all that follows, to claims

The encoder's part:
encoding                  the model at work: from words to vectors and scores
trees, text_batches       the best trees; texts in batches that memory can hold
lemmas, verbs             base forms of words
components                what spaCy runs, which writes all this to a document

Who says what (`attributions`):
known_cues, linking       attributions from tags and link vectors
mending, coordination     these, put right by grammar and gone on with
forms, lists, interviews  what the form of a text tells, and its `lines`
tellings, silence         what is no statement

What becomes a claim:
segments, furniture       a long text in pieces; what on a page is no article
agents, dates, topics     who, when, about what
stances, ending           with which stance (`stance_rules`), for what
quotes, modality          in whose words, and whether it is so, or on `conditions`
splitting, repeats        one claim a statement, and one for what is said twice
claims                    the record

near_duplicates           copies of a story, which `copy_index` finds again
evaluate, evaluation      how good it is
training                  how the model came to be
version                   what changes whenever a claim may
"""

import os

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
"""Since 1.29 onnxruntime tells its maker of every run, and keeps an id of the machine,
unless this stands before it is imported: what a newsroom reads is nobody's business."""
