"""Clauses: labels, plain data and the seal of a text."""

from resolutions.rules.clauses import Clause, ClauseKind, as_data, content_hash, from_data, labelled

OPERATIVE, PREAMBULAR = ClauseKind.OPERATIVE, ClauseKind.PREAMBULAR


def test_operative_clauses_are_numbered_and_their_items_lettered() -> None:
    levels = [1, 2, 2, 3, 3, 1, 2]
    clauses = [Clause(f"c{n}", OPERATIVE, "text", level) for n, level in enumerate(levels)]
    assert [clause.label for clause in labelled(clauses)] == ["1", "(a)", "(b)", "(i)", "(ii)", "2", "(a)"]


def test_preambular_clauses_keep_the_label_that_was_printed() -> None:
    clauses = [Clause("c1", PREAMBULAR, "whereas", label="A."), Clause("c2", OPERATIVE, "calls", label="7.")]
    assert [clause.label for clause in labelled(clauses)] == ["A.", "1"]


def test_clauses_written_as_data_are_read_back_unchanged() -> None:
    clauses = (Clause("c1", OPERATIVE, "asks the ILO", 2, "(a)", "asks the ILO", ("ILO",), 80),)
    assert from_data(as_data(clauses)) == clauses


def test_the_seal_changes_with_the_words_and_not_with_what_the_reader_made_of_them() -> None:
    clause = Clause("c1", OPERATIVE, "asks the ILO")
    other = Clause("c1", OPERATIVE, "asks the ILO", label="1", addressees=("ILO",), sure=50)
    changed = Clause("c1", OPERATIVE, "asks the UN")
    seal = content_hash("Title", "The Congress", [clause])
    assert content_hash("Title", "The Congress", [other]) == seal
    assert content_hash("Title", "The Congress", [changed]) != seal
    assert len(seal) == 64
