"""The merge: every operation against the base, none against another, so that their order cannot matter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from resolutions.rules.clauses import Clause, ClauseKind
from resolutions.rules.differences import Edit, edits
from resolutions.rules.errors import Inadmissible
from resolutions.rules.merge.operations import (
    PARAGRAPH,
    Act,
    Alternative,
    Clash,
    Merged,
    Operation,
    numbered,
    same_words,
)


@dataclass
class _Place:
    """Where a clause stands, what is asked of it, and what comes after it."""

    clause: Clause
    asked: dict[Act, list[Operation]] = field(default_factory=lambda: defaultdict(list))
    following: list[tuple[Operation, str]] = field(default_factory=list)


@dataclass
class _Table:
    """All places of a text by name, and the shared names of clauses that several amendments insert alike."""

    places: dict[str, _Place]
    names: dict[str, str] = field(default_factory=dict)

    def place(self, operation: Operation, name: str) -> _Place:
        """Find the place an operation speaks of; a place outside the text is an error, not a guess."""
        found = self.places.get(self.names.get(name, name))
        if found is None:
            raise Inadmissible("no_such_clause", operation=operation.id, clause=name)
        return found


@dataclass
class _Verdicts:
    """What was settled by people, and what the merge makes of every clause that somebody spoke of."""

    settled: Mapping[str, str | None]
    texts: dict[str, str | None] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)
    moving: set[str] = field(default_factory=set)


def merge(
    base: Sequence[Clause], operations: Iterable[Operation], settled: Mapping[str, str | None] | None = None
) -> Merged:
    """Merge all operations into the base; equal ones agree, contradictions become clashes unless they are settled."""
    wanted = sorted(operations, key=lambda operation: (numbered(operation), repr(operation)))
    start = Clause("", ClauseKind.OPERATIVE, "")
    table = _Table({clause.id: _Place(clause) for clause in (start, *base)})
    _insert(table, [operation for operation in wanted if operation.act is Act.INSERT])
    for operation in wanted:
        if operation.act is not Act.INSERT:
            if not operation.clause or operation.clause == operation.after:
                raise Inadmissible("no_such_clause", operation=operation.id, clause=operation.clause)
            table.place(operation, operation.clause).asked[operation.act].append(operation)
    verdicts = _Verdicts({table.names.get(name, name): text for name, text in (settled or {}).items()})
    for name, place in table.places.items():
        if place.asked:
            _decide(table, place, verdicts)
        elif name in verdicts.settled:
            verdicts.texts[name] = verdicts.settled[name]
    order = _walk(table, [clause.id for clause in base], verdicts.moving)
    written = [part for name in order for part in _written(table.places[name].clause, verdicts.texts)]
    return Merged(tuple(written), tuple(verdicts.clashes))


def merge_words(base: str, versions: Sequence[str]) -> str | None:
    """Put together what several versions change in one clause; None when two changes overlap or touch."""
    different = {version for version in versions if version != base}
    if len(different) < 2:
        return different.pop() if different else base
    return _applied(base, sorted({edit for version in different for edit in edits(base, version)}))


def settled_words(clash: Clash, chosen: str) -> str | None:
    """What a contested clause says when one alternative is chosen: its words, and every change nobody contests.

    None when the chosen alternative deletes the clause.
    """
    texts = {one.operation: one.text for one in clash.alternatives if one.text is not None}
    if chosen not in texts:
        return None
    free = [
        text
        for operation, text in texts.items()
        if operation != chosen
        and all(merge_words(clash.base, [text, other]) is not None for other in texts.values())
    ]
    together = merge_words(clash.base, [texts[chosen], *free])
    return texts[chosen] if together is None else together


def _applied(base: str, changes: Sequence[Edit]) -> str | None:
    parts: list[str] = []
    place = 0
    for number, edit in enumerate(changes):
        between = base[place : edit.start]
        if number and (edit.start < place or not between.strip()):
            return None
        parts += [between, edit.text]
        place = edit.end
    return "".join(parts) + base[place:]


def _insert(table: _Table, insertions: Sequence[Operation]) -> None:
    """Make a place for every new clause; equal clauses at one anchor are one clause and share its place."""
    waiting: defaultdict[str, list[Operation]] = defaultdict(list)
    for operation in insertions:
        waiting[operation.clause].append(operation)
    same: dict[tuple[object, ...], str] = {}
    ready = [name for name in table.places if name in waiting]
    for anchor in ready:  # grows while it is walked: new clauses are anchors too
        shared = table.names.get(anchor, anchor)
        for operation in waiting.pop(anchor, ()):
            name = operation.new_id or operation.id
            if name in table.places or name in table.names:
                raise Inadmissible("clause_id_taken", operation=operation.id, clause=name)
            words = " ".join(operation.text.split())
            holder = same.setdefault((shared, operation.kind, operation.level, words), name)
            if holder == name:
                clause = Clause(name, operation.kind, operation.text, operation.level)
                table.places[name] = _Place(clause)
                table.places[shared].following.append((operation, name))
            else:
                table.names[name] = holder
            ready.append(name)
    for lost in waiting.values():
        raise Inadmissible("no_such_clause", operation=lost[0].id, clause=lost[0].clause)


def _decide(table: _Table, place: _Place, verdicts: _Verdicts) -> None:
    name, before = place.clause.id, place.clause.text
    replaced = [operation for operation in place.asked[Act.REPLACE] if not same_words(operation.text, before)]
    deleted, moved = place.asked[Act.DELETE], place.asked[Act.MOVE]
    targets = {id(table.place(operation, operation.after)): operation for operation in moved}
    merged = merge_words(before, [operation.text for operation in replaced])
    if name in verdicts.settled:
        verdicts.texts[name] = verdicts.settled[name]
    elif merged is None or len(targets) > 1 or (deleted and (replaced or moved)):
        verdicts.clashes.append(Clash(name, before, _alternatives(before, replaced, deleted, moved)))
        return
    else:
        verdicts.texts[name] = None if deleted else merged
    if len(targets) == 1 and verdicts.texts[name] is not None:
        verdicts.moving.add(name)
        operation = next(iter(targets.values()))
        table.place(operation, operation.after).following.append((operation, name))


def _alternatives(
    before: str, replaced: Sequence[Operation], deleted: Sequence[Operation], moved: Sequence[Operation]
) -> tuple[Alternative, ...]:
    found = [
        *(Alternative(operation.id, operation.text) for operation in replaced),
        *(Alternative(operation.id, None) for operation in deleted),
        *(Alternative(operation.id, before, operation.after) for operation in moved),
    ]
    return tuple(found)


def _walk(table: _Table, base: Sequence[str], moving: set[str]) -> list[str]:
    """Put all clauses in order: each at its place, then what was inserted or moved behind that place."""
    order: list[str] = []
    waiting = [(name, True) for name in reversed(["", *base])]
    while waiting:
        name, at_home = waiting.pop()
        if name and not (at_home and name in moving):
            order.append(name)
        if at_home:
            following = sorted(table.places[name].following, key=lambda item: (numbered(item[0]), item[1]))
            # A clause inserted here is at home here; one that came from elsewhere leaves its own followers behind.
            waiting += [(new, operation.act is Act.INSERT) for operation, new in reversed(following)]
    return order


def _written(clause: Clause, texts: Mapping[str, str | None]) -> list[Clause]:
    text = texts.get(clause.id, clause.text)
    if text is None:
        return []
    if text == clause.text:
        return [clause]
    parts = [part for part in text.split(PARAGRAPH) if part.strip()] or [text]
    changed = replace(clause, text=parts[0], opening="", addressees=())
    more = [
        replace(changed, id=f"{clause.id}-{number}", text=part) for number, part in enumerate(parts[1:], 2)
    ]
    return [changed, *more]
