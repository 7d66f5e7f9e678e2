"""The date of the clause after a statement that tells who announced it."""

from extract.attributions import Attribution
from extract.dates.attachment import GAP
from extract.dates.candidates import VERBAL, Candidates, is_bound, is_of
from extract.dates.context import TextDate
from extract.dates.occasions import ANNOUNCING
from extract.dates.sentences import sentence
from ontology.claim import ClaimDate


def announced(candidates: Candidates, attribution: Attribution) -> ClaimDate | None:
    """The date of the clause that tells who announced what the sentence reports: "the
    owners will sue, their association announced yesterday"."""
    if not candidates.dates:
        return None
    _, last = sentence(candidates.doc, attribution.cue)
    end = max(span.end for span in (attribution.cue, *attribution.content))
    start = candidates.doc[end - 1].idx
    following = (each for each in candidates.dates if start < each.span[0] < last)
    return next(
        (each.date for each in following if _ends_clause(candidates, end, each)), None
    )


def _ends_clause(candidates: Candidates, end: int, told: TextDate) -> bool:
    """Whether a comma and a clause of announcing lead from `end` to the date."""
    doc = candidates.doc
    covered = doc.char_span(*told.span, alignment_mode="expand")
    if covered is None or is_bound(told) or doc[end : end + 1].text != ",":
        return False
    clause = [token for token in doc[end + 1 : covered.start] if token.pos_ != "ADP"]
    verbs = [token for token in clause if token.pos_ in VERBAL]
    if len(clause) > GAP or len(verbs) != 1 or verbs != clause[-1:]:
        return False
    return verbs[0].tag_ == "VBD" and is_of(verbs[0], ANNOUNCING)
