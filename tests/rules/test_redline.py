"""Two texts side by side: nothing lost, nothing marked that did not change."""

from hypothesis import given, settings
from hypothesis import strategies as st

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.redline import Piece, compare, words

TEXTS = st.lists(
    st.sampled_from(
        [
            "trade ",
            "union",
            " rights",
            ".",
            ", ",
            "the ",
            "of ",
            "اتحاد ",
            "नमस्ते ",
            "团",
            "结",
            "e\u0301t",
            " ",
            "\n",
        ]
    )
    | st.text(max_size=4),
    max_size=14,
).map("".join)


def clauses(*texts: str, ids: str = "") -> list[Clause]:
    return [Clause(f"{ids}{n}" if ids else "", ClauseKind.OPERATIVE, text) for n, text in enumerate(texts)]


def accepted(pieces: tuple[Piece, ...]) -> str:
    return "".join(text for mark, text in pieces if mark != "delete")


def rejected(pieces: tuple[Piece, ...]) -> str:
    return "".join(text for mark, text in pieces if mark != "insert")


@settings(max_examples=120, deadline=None)
@given(TEXTS, TEXTS)
def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old_one(old: str, new: str) -> None:
    pieces = words(old, new)
    assert (rejected(pieces), accepted(pieces)) == (old, new)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_long_shared_ends_are_kept_and_change_no_mark(shared: str, old: str, new: str) -> None:
    ends = "Workers and their unions in all regions " * 8 + shared
    pieces = words(f"{ends} {old} {ends}", f"{ends} {new} {ends}")
    assert (rejected(pieces), accepted(pieces)) == (f"{ends} {old} {ends}", f"{ends} {new} {ends}")


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert words(text, text) == ((("keep", text),) if text else ())


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, max_size=7), st.lists(TEXTS, max_size=7))
def test_every_clause_of_both_texts_is_shown_once(old: list[str], new: list[str]) -> None:
    changes = compare(clauses(*old), clauses(*new))
    assert sorted(change.base for change in changes if change.base is not None) == list(range(len(old)))
    assert [change.new for change in changes if change.new is not None] == list(range(len(new)))
    assert [accepted(change.pieces) for change in changes if change.new is not None] == new
    assert all(rejected(c.pieces) == old[c.base] for c in changes if c.base is not None)


def test_only_the_changed_word_is_marked() -> None:
    assert words("to provide full support", "to provide moral support") == (
        ("keep", "to provide "),
        ("delete", "full"),
        ("insert", "moral"),
        ("keep", " support"),
    )


def test_a_word_with_the_same_stem_or_ending_is_marked_in_its_differing_letters() -> None:
    assert words("jumped", "leaped") == (("delete", "jum"), ("insert", "lea"), ("keep", "ped"))
    assert words("affiliate", "affiliates") == (("keep", "affiliate"), ("insert", "s"))
    assert words("Bürger*innen", "Menschen") == (("delete", "Bürger*innen"), ("insert", "Menschen"))


def test_a_changed_number_is_marked_as_a_whole() -> None:
    assert words("by 1,500 votes", "by 1,600 votes") == (
        ("keep", "by "),
        ("delete", "1,500"),
        ("insert", "1,600"),
        ("keep", " votes"),
    )


def test_several_neighbouring_words_replaced_are_one_change() -> None:
    pieces = words("calls upon all affiliates to act", "calls upon every national centre to act")
    assert [mark for mark, _ in pieces] == ["keep", "delete", "insert", "keep"]


def test_a_word_replaced_by_a_comma_goes_with_its_space() -> None:
    assert words("fast and slow", "fast, slow") == (
        ("keep", "fast"),
        ("delete", " and"),
        ("insert", ","),
        ("keep", " slow"),
    )


def test_a_word_moved_within_a_clause_is_deleted_once_and_inserted_once() -> None:
    marks = [mark for mark, _ in words("one two three four five", "one three four two five")]
    assert (marks.count("delete"), marks.count("insert")) == (1, 1)


def test_letters_with_marks_and_scripts_without_spaces_are_never_torn() -> None:
    assert words("cafe\u0301s", "cafe\u0300s") == (
        ("keep", "caf"),
        ("delete", "e\u0301s"),
        ("insert", "e\u0300s"),
    )
    assert words("你好世界", "你好新世界") == (("keep", "你好"), ("insert", "新"), ("keep", "世界"))
    assert words("حقوق العمال", "حقوق النساء")[0] == ("keep", "حقوق ")


def test_signs_of_markup_are_plain_words() -> None:
    assert accepted(words("a < b & c", "a > b & <ins>c</ins>")) == "a > b & <ins>c</ins>"


def test_an_appended_sentence_leaves_the_one_before_it_unmarked() -> None:
    assert words("Unions defend rights.", "Unions defend rights. They do so everywhere.") == (
        ("keep", "Unions defend rights."),
        ("insert", " They do so everywhere."),
    )


def test_a_new_clause_is_marked_as_a_whole_and_its_neighbours_not_at_all() -> None:
    changes = compare(
        clauses("Alpha on wages", "Beta on hours"), clauses("Alpha on wages", "New one", "Beta on hours")
    )
    assert [(c.base, c.new, c.pieces) for c in changes] == [
        (0, 0, (("keep", "Alpha on wages"),)),
        (None, 1, (("insert", "New one"),)),
        (1, 2, (("keep", "Beta on hours"),)),
    ]


def test_a_deleted_clause_stands_where_it_stood() -> None:
    changes = compare(clauses("Alpha", "Beta", "Gamma"), clauses("Alpha", "Gamma"))
    assert [(c.base, c.new) for c in changes] == [(0, 0), (1, None), (2, 1)]


def test_a_clause_that_moved_is_shown_as_moved_and_not_as_deleted() -> None:
    old = clauses("Alpha on wages", "Beta on hours of work", "Gamma on health", "Delta on pensions")
    changes = compare(old, [*old[1:], old[0]])
    assert (changes[-1].base, changes[-1].new, changes[-1].pieces) == (0, 3, (("move", "Alpha on wages"),))
    assert all(piece[0] == "keep" for change in changes[:-1] for piece in change.pieces)


def test_clauses_are_paired_by_id_before_likeness() -> None:
    old = [
        Clause("x", ClauseKind.OPERATIVE, "Alpha beta gamma"),
        Clause("y", ClauseKind.OPERATIVE, "Wages rise"),
    ]
    new = [
        Clause("y", ClauseKind.OPERATIVE, "Alpha beta gamma"),
        Clause("z", ClauseKind.OPERATIVE, "Peace now"),
    ]
    assert [(c.base, c.new) for c in compare(old, new)][0] != (0, 0)


def test_many_new_clauses_before_an_edited_one_do_not_hide_the_pair() -> None:
    new = [f"Number {n} is new." for n in range(40)] + ["Beta clause on reduced hours of work."]
    changes = compare(clauses("Beta clause on hours of work."), clauses(*new))
    assert [(c.base, c.new) for c in changes if c.base is not None] == [(0, 40)]
