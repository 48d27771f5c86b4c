"""What is never changed once it is written: revisions, rules, reports, reviews and the trail itself."""

from typing import Any

from sqlalchemy import event, inspect

from resolutions.records.action import Report, Review
from resolutions.records.assembly import StandingOrdersVersion
from resolutions.records.audit import AuditEntry
from resolutions.records.resolution import Revision

LASTING = (Revision, StandingOrdersVersion, Report, Review, AuditEntry)


class LastingRecordError(RuntimeError):
    """The program tried to change or remove what must stay as it is: a defect, never something a person did."""


def _refuse_change(mapper: Any, connection: Any, record: Any) -> None:
    changed = [
        a.key
        for a in inspect(record).mapper.column_attrs
        if inspect(record).attrs[a.key].history.has_changes()
    ]
    if changed:
        raise LastingRecordError(
            f"{type(record).__name__} {record.id} is lasting: {', '.join(changed)} cannot change"
        )


def _refuse_removal(mapper: Any, connection: Any, record: Any) -> None:
    raise LastingRecordError(f"{type(record).__name__} {record.id} is lasting: it cannot be removed")


def guard() -> None:
    """Refuse every change of a lasting record before it reaches the database; harmless to repeat."""
    for record in LASTING:
        if not event.contains(record, "before_update", _refuse_change):
            event.listen(record, "before_update", _refuse_change)
            event.listen(record, "before_delete", _refuse_removal)
