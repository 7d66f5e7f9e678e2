from pathlib import Path

import pytest
import spacy

from extract.training.stance.written import WRITTEN, unmarked, written
from ontology.stances import Polarity, Stance

NLP = spacy.blank("en")


def test_every_passage_that_ships_can_be_learned_from() -> None:
    documents = written(WRITTEN, NLP)
    assert len(documents) > 1_000
    for document in documents:
        (own,) = document.stances
        assert own.stances[0] in set(Stance), document.id
        assert own.polarities[0] in set(Polarity), document.id


def test_marks_become_words(tmp_path: Path) -> None:
    file = tmp_path / "own.tsv"
    passage = "<“We won’t sign,”> [S Asha Rao] {C told} a rally, <“not today.”>"
    file.write_text(f"opposes\t-\t{passage}\n", encoding="utf-8")
    (document,) = written(file, NLP)
    (own,) = document.stances

    def texts(rows: tuple[int, ...]) -> list[str]:
        return [document.words.texts[i] for i in rows]

    assert texts(own.source) == ["Asha", "Rao"]
    assert texts(own.cue) == ["told"]
    assert texts(own.content)[-4:] == ["not", "today", ".", "”"]
    assert unmarked(passage)[0].startswith("“We won’t sign,” Asha Rao told a rally")


@pytest.mark.parametrize("line", ["asserts\t{C said} <yes>", "asserts\t0\tno marks"])
def test_a_line_without_its_parts_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "own.tsv"
    file.write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match="own:1"):
        written(file, NLP)
