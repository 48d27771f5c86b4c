"""How much the vote of an affiliate counts, in whole numbers."""

from resolutions.rules.errors import Inadmissible
from resolutions.rules.standing_orders.orders import Basis, StandingOrders


def weight_of(members_paid: int, orders: StandingOrders, *, delegates: int = 1) -> int:
    """The votes of an affiliate; nobody paid for carries none, except where each organisation has one."""
    if members_paid < 0 or delegates < 0:
        raise Inadmissible("too_small", members_paid=members_paid, delegates=delegates)
    weight = _uncapped(members_paid, orders, delegates)
    return min(weight, orders.weight_cap) if orders.weight_cap else weight


def _uncapped(members_paid: int, orders: StandingOrders, delegates: int) -> int:
    if orders.weight_basis == Basis.ONE_ORG_ONE_VOTE:
        return 1
    if orders.weight_basis == Basis.DELEGATES:
        return delegates
    if orders.weight_basis == Basis.BRACKETS:
        return _bracket(members_paid, orders)
    # Per unit or part of a unit: whoever begins a thousand has its vote.
    return -(-_counted_members(members_paid, orders) // orders.weight_unit_members)


def _bracket(members_paid: int, orders: StandingOrders) -> int:
    if members_paid == 0:
        return 0
    return next(votes for up_to, votes in orders.weight_brackets if members_paid <= up_to or not up_to)


def _counted_members(members_paid: int, orders: StandingOrders) -> int:
    above = orders.weight_taper_above_members
    if not above or members_paid <= above:
        return members_paid
    return above + -(-(members_paid - above) * orders.weight_taper_percent // 100)


def share_out(weight: int, seats: int, orders: StandingOrders) -> tuple[int, ...]:
    """The votes of one affiliate over its seats: in even parts if it may split, else all with the first."""
    if seats < 1:
        raise Inadmissible("too_small", seats=seats)
    if not orders.weight_split:
        return (weight,) + (0,) * (seats - 1)
    each, rest = divmod(weight, seats)
    return tuple(each + 1 if seat < rest else each for seat in range(seats))
