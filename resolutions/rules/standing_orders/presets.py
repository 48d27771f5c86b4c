"""Standing orders to begin with, after the rules of real bodies; a body adopts one and changes it."""

from resolutions.rules.standing_orders.orders import StandingOrders

MUSICIANS = ((1_000, 6), (5_000, 12), (25_000, 18), (35_000, 24), (45_000, 30), (0, 36))

INDUSTRIALL = StandingOrders()

TUC = StandingOrders(
    body_cycle_months=12,
    languages=("en",),
    submit_who=("affiliate", "executive"),
    submit_deadline_days=84,
    submit_deadline_clock="12:00",
    submit_max_words=250,
    submit_too_long="refuse",
    amend_deadline_days=28,
    amend_deadline_clock="12:00",
    amend_supporters=0,
    emergency_closes_day=-5,
    emergency_closes_clock="12:00",
    emergency_supporters=0,
    emergency_supporter_countries=0,
    mover_absent="falls",
    second_other_country=False,
    vote_default="hands",
    weight_reference="last_year",
    proxy="none",
)

UNISON = StandingOrders(
    body_cycle_months=12,
    languages=("en",),
    submit_deadline_days=112,
    submit_deadline_clock="12:00",
    final_agenda_days=36,
    circulate_days=92,
    amend_deadline_days=56,
    amend_deadline_clock="12:00",
    amend_supporters=0,
    emergency_closes_day=-7,
    emergency_closes_clock="09:00",
    emergency_before_debate_hours=0,
    emergency_supporters=0,
    emergency_supporter_countries=0,
    second_other_country=False,
    vote_default="hands",
    weight_unit_members=1,
    proxy="none",
)

PCS = StandingOrders(
    body_cycle_months=12,
    languages=("en",),
    submit_internal_mandate=True,
    circulate_days=28,
    emergency_closes_day=-5,
    emergency_before_debate_hours=0,
    emergency_supporters=0,
    emergency_supporter_countries=0,
    appeal_who="any_affiliate",
    second_other_country=False,
    vote_default="hands",
    vote_card_demand_affiliates=0,
    vote_card_demand_delegates=50,
    vote_card_demand_percent=0,
    weight_unit_members=1,
    proxy="none",
)

UN = StandingOrders(
    body_cycle_months=12,
    languages=("en", "ar", "es", "fr", "ru", "zh"),
    submit_who=("affiliate",),
    submit_deadline_days=1,
    submit_max_words=0,
    circulate_days=1,
    final_agenda_days=0,
    amend_deadline_days=0,
    amend_from_floor=True,
    amend_supporters=0,
    emergency_supporters=0,
    emergency_supporter_countries=0,
    emergency_before_debate_hours=0,
    emergency_urgency_vote="always",
    order_operative_first=False,
    second_affiliates=0,
    vote_default="consensus",
    vote_card_demand_affiliates=1,
    quorum_measure="organisations",
    quorum_over="entitled",
    quorum_share="more_than_half",
    weight_basis="one_org_one_vote",
    proxy="none",
)

ILO = StandingOrders(
    body_cycle_months=12,
    languages=("en", "fr", "es"),
    submit_deadline_days=15,
    circulate_days=13,
    final_agenda_days=0,
    amend_deadline_days=1,
    emergency_decider="officers",
    emergency_supporters=0,
    emergency_supporter_countries=0,
    vote_card_demand_affiliates=0,
    vote_card_demand_delegates=90,
    vote_card_demand_percent=0,
    weight_basis="delegates",
    weight_split=True,
    quorum_over="entitled",
    quorum_counted_by="cast",
    proxy="none",
)

EP = StandingOrders(
    body_cycle_months=60,
    languages=("en", "fr", "de", "es", "it", "pl"),
    submit_deadline_days=7,
    circulate_days=6,
    final_agenda_days=3,
    amend_deadline_days=3,
    amend_many_clauses="refuse",
    amend_replaces_all="refuse",
    emergency_supporters=0,
    emergency_supporter_countries=0,
    emergency_urgency_vote="always",
    vote_default="electronic",
    quorum_share="third",
    quorum_over="entitled",
    quorum_when="on_challenge",
    weight_basis="one_org_one_vote",
    proxy="none",
)

ROBERTS = StandingOrders(
    body_cycle_months=12,
    languages=("en",),
    submit_deadline_days=14,
    circulate_days=14,
    final_agenda_days=7,
    amend_deadline_days=0,
    amend_from_floor=True,
    amend_supporters=1,
    amend_degree=2,
    emergency_supporters=0,
    emergency_supporter_countries=0,
    emergency_before_debate_hours=0,
    second_other_country=False,
    vote_default="hands",
    quorum_share="more_than_half",
    quorum_over="entitled",
    majority_reconsider="more_than_half",
    weight_basis="one_org_one_vote",
    proxy="none",
)

ITUC = StandingOrders(
    languages=("en", "fr", "es", "de"),
    submit_deadline_days=120,
    amend_deadline_days=0,
    amend_from_floor=True,
    emergency_supporters=0,
    emergency_supporter_countries=0,
    emergency_urgency_vote="always",
)

IMF = StandingOrders(
    submit_who=("affiliate", "executive"),
    emergency_supporters=0,
    emergency_supporter_countries=0,
    weight_taper_above_members=200_000,
    majority_base="entitled",
    proxy_max_per_holder=0,
)

FIM = StandingOrders(weight_basis="brackets", weight_brackets=MUSICIANS, weight_split=True, proxy="any")

PRESETS: dict[str, StandingOrders] = {
    "industriall": INDUSTRIALL,
    "tuc": TUC,
    "un": UN,
    "unison": UNISON,
    "ilo": ILO,
    "roberts": ROBERTS,
    "ituc": ITUC,
    "pcs": PCS,
    "ep": EP,
    "imf": IMF,
    "fim": FIM,
}
