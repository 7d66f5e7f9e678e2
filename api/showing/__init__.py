"""How claims are shown, in a terminal, on a page and to programs alike.

sentences  where the sentence that proves a claim begins and ends
proofs     claims with the text that proves them
highlight  what in a text is source, cue and content
wording    dates, speakers and signs in words
plural     numbers with their nouns
printing   text made safe for a terminal
atom       claims as a feed
"""
