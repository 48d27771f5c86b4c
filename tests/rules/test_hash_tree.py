import hashlib

from hypothesis import given
from hypothesis import strategies as st

from resolutions.rules.hash_tree import merkle_root


def leaf(entry: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + entry).digest()


def node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def test_a_tree_without_leaves_has_the_hash_of_nothing() -> None:
    assert merkle_root([]) == hashlib.sha256(b"").hexdigest()


def test_a_leaf_and_a_node_cannot_be_taken_for_each_other() -> None:
    assert merkle_root([b"a"]) == leaf(b"a").hex()
    assert merkle_root([b"a", b"b"]) == node(leaf(b"a"), leaf(b"b")).hex()


def test_the_left_half_is_the_largest_power_of_two_below_the_number_of_leaves() -> None:
    a, b, c, d, e = (leaf(entry) for entry in (b"a", b"b", b"c", b"d", b"e"))
    assert merkle_root([b"a", b"b", b"c"]) == node(node(a, b), c).hex()
    assert merkle_root([b"a", b"b", b"c", b"d", b"e"]) == node(node(node(a, b), node(c, d)), e).hex()


@given(st.lists(st.binary(max_size=4), min_size=2, max_size=9, unique=True), st.data())
def test_no_leaf_can_be_changed_swapped_or_left_out_unseen(leaves: list[bytes], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(leaves) - 1))
    root = merkle_root(leaves)
    changed = [*leaves[:place], leaves[place] + b"!", *leaves[place + 1 :]]
    left_out = leaves[:place] + leaves[place + 1 :]
    assert root not in (merkle_root(changed), merkle_root(left_out), merkle_root([*leaves, b"!"]))
    assert merkle_root([*leaves[1:], leaves[0]]) != root
