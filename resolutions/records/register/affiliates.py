"""Named reads of affiliates that many pages need."""

from collections.abc import Sequence

from sqlalchemy import select

from resolutions.records.assembly import Affiliate
from resolutions.records.base import session


def in_good_standing() -> Sequence[Affiliate]:
    """The affiliates that may submit and vote, by name."""
    return (
        session()
        .scalars(select(Affiliate).where(Affiliate.standing == "full").order_by(Affiliate.name))
        .all()
    )
