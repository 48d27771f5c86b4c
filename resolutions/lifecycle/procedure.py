"""The ritual of a step: allowed, done, recorded, all or nothing. Nothing else in the program commits."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import wraps
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, lazyload
from sqlalchemy.orm.exc import StaleDataError

from resolutions.records.audit import FIRST, AuditEntry, AuditHead, entry_hash
from resolutions.records.base import session, writing
from resolutions.rules import roles
from resolutions.rules.errors import Conflict, NotFound
from resolutions.rules.roles import Actor
from resolutions.rules.states import Kind
from resolutions.rules.steps import TABLE, Row, Step, refusal

T = TypeVar("T")

PERFORMERS: dict[Step, Callable[..., Any]] = {}


@dataclass
class _Deed:
    """A step under way: what it says about itself, and the entries of the steps inside it."""

    step: Step | None
    facts: dict[str, Any] = field(default_factory=dict)
    entries: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True)
class Root:
    """The federation itself: the subject of steps that found something new."""

    kind: Kind = Kind.ROOT
    id: int = 0


ROOT = Root()

_under_way: ContextVar[_Deed | None] = ContextVar("_under_way", default=None)


def note(**facts: Any) -> None:
    """Add facts to the audit entry of the step under way; they must be plain JSON values."""
    deed = _under_way.get()
    if deed is None:
        raise RuntimeError("a fact can only be noted inside a step")
    deed.facts.update(facts)


@contextmanager
def transaction() -> Iterator[Session]:
    """One transaction: the outermost commits, an inner one joins; any exception rolls all of it back."""
    current = session()
    if writing.get():
        yield current
        return
    token = writing.set(True)
    try:
        if not (current.new or current.dirty or current.deleted):
            current.commit()  # ends the reading transaction: a writing one must begin as one (stack trap 1)
        yield current
        current.commit()
    except StaleDataError as stale:
        current.rollback()
        raise Conflict("stale") from stale
    except IntegrityError as broken:
        current.rollback()
        raise Conflict("already_there", constraint=_constraint_of(broken)) from broken
    except BaseException:
        current.rollback()
        raise
    finally:
        writing.reset(token)


def _constraint_of(broken: IntegrityError) -> str:
    diagnosis = getattr(broken.orig, "diag", None)
    return str(getattr(diagnosis, "constraint_name", None) or broken.orig)


def _lock(row: Row, subject: Any, version: int | None) -> None:
    """Take the subject for this step alone and read it again as it is now."""
    if row.of is Kind.ROOT:
        return
    current, record, key = session(), type(subject), subject.id
    current.expire(subject)
    locked = select(record).where(record.id == key).options(lazyload("*"))
    locked = locked.with_for_update(of=record, read=row.step is Step.CAST_VOTE)
    if current.scalar(locked.execution_options(populate_existing=True)) is None:
        raise NotFound("not_found")
    if version is not None and subject.version != version:
        raise Conflict("stale", kind=row.of.value)


def _settle(row: Row, subject: Any) -> str | None:
    """Move the subject to the row's state; where there are several, the step itself has chosen one."""
    if not row.frm:
        return None
    if len(row.to) == 1:
        setattr(subject, row.facet, row.to[0])
    state = str(getattr(subject, row.facet))
    if row.to and state not in row.to:
        raise RuntimeError(f"{row.step} left its subject in {state}")
    return state


def _append(entries: list[dict[str, Any]], at: datetime) -> None:
    """Hash the entries of one transaction onto the end of the trail."""
    current = session()
    head = current.get(AuditHead, 1, with_for_update=True, populate_existing=True)
    if head is None:
        head = AuditHead(id=1, sequence=0, hash=FIRST)
        current.add(head)
    for said in entries:
        entry = AuditEntry(**said, at=at, sequence=head.sequence + 1, previous_hash=head.hash)
        entry.hash = entry_hash(entry)
        head.sequence, head.hash = entry.sequence, entry.hash
        current.add(entry)


def _entry(
    row: Row, subject: Any, made: Any, states: tuple[str | None, str | None], *, actor: Actor
) -> dict[str, Any]:
    """What the trail keeps of a step; a step that makes something is filed under what it made."""
    about = made if row.makes and made is not None else subject
    resolution = getattr(about, "resolution", None)
    before, after = states
    if about is not subject:
        before, after = None, getattr(made, "state", None)
    return {
        "step": row.step.value,
        "subject_kind": about.kind.value,
        "subject_id": about.id,
        "resolution_id": resolution.id if resolution is not None else None,
        "before": before,
        "after": str(after) if after is not None else None,
        "actor_id": actor.person_id,
    }


def performs(step: Step, *, chained: bool = True) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """Make a function the performer of a step: `function(subject, actor, …, at=…)`.

    The wrapped function may be called without `at` (the procedure reads the clock) and with `version`, the version
    of the subject that the actor saw. `chained=False` is for the one hot step whose record is its own row.
    """
    row = TABLE[step]

    def decorate(work: Callable[..., T]) -> Callable[..., T]:
        @wraps(work)
        def perform(subject: Any, actor: Actor, *args: Any, version: int | None = None, **named: Any) -> T:
            outer = _under_way.get()
            deed = _Deed(step)
            at: datetime = named.setdefault("at", datetime.now(UTC))
            with transaction() as current:
                token = _under_way.set(deed)
                try:
                    _lock(row, subject, version)
                    if refused := refusal(step, subject, actor, follows=outer is not None):
                        raise refused
                    before = str(getattr(subject, row.facet)) if row.frm else None
                    made = work(subject, actor, *args, **named)
                    after = _settle(row, subject)
                    current.flush()
                finally:
                    _under_way.reset(token)
                if chained:
                    entry = _entry(row, subject, made, (before, after), actor=actor) | {"facts": deed.facts}
                    deed.entries.insert(0, entry)
                if outer is not None:
                    outer.entries.extend(deed.entries)
                else:
                    _append(deed.entries, at)
            return made

        PERFORMERS[step] = perform
        return perform

    return decorate


def check_performers() -> None:
    """Refuse to start when a row of the table has no performer, or a consequence stands alone."""
    missing = sorted(set(TABLE) - set(PERFORMERS))
    if missing:
        raise RuntimeError(f"steps without a performer: {', '.join(missing)}")


def is_consequence(step: Step) -> bool:
    """Whether the step only ever follows from another."""
    return TABLE[step].by is roles.consequence
