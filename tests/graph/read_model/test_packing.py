from hypothesis import given, settings
from hypothesis import strategies as st

from graph.read_model.packing import pack, unpack
from tests.graph.corpus import agent, article, claim

ONE = article("One.")


@settings(deadline=None)
@given(st.text(), st.text(), st.sampled_from(["direct", "indirect", "mixed"]))
def test_packing_loses_nothing(content: str, mention: str, quote: str) -> None:
    made = claim(
        ONE, agent("Arland", mention=mention), "asks", "x", content, quote=quote
    )
    assert unpack(made.id, made.article.model_dump_json(), pack(made)) == made
