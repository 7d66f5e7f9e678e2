"""One claim in the copies of its article: every outlet that prints it is evidence."""

from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from ontology.claim import Claim
from ontology.errors import NotFound


def reprints(source: ReadModel | HasReadModel, id: str) -> tuple[Claim, ...]:
    """The same claim in other copies of its article, in the order of arrival.

    Empty of a claim that stands in one article alone. Raises NotFound.
    """
    model = read_model_of(source)
    with model.reading() as db:
        row = db.execute(
            "SELECT key FROM claim WHERE id = ?"
            " UNION SELECT claim FROM copy WHERE id = ?",
            (id, id),
        ).fetchone()
        if row is None:
            raise NotFound(f"no claim that counts has the id {id!r}")
        all_of_them = (*model.claims(row), *model.copies(row).get(row[0], ()))
    return tuple(claim for claim in all_of_them if claim.id != id)
