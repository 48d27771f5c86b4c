"""The assembly: bodies and their rules, meetings, affiliates, people."""

from resolutions.web.assembly import importing, meetings, members, standing_orders
from resolutions.web.assembly.blueprint import bp

__all__ = ["bp", "importing", "meetings", "members", "standing_orders"]
