import pytest

from resolutions.rules.actions import (
    COUNTED,
    FOR_AFFILIATES,
    ActionKind,
    AddresseeKind,
    Mood,
    Proposal,
    TitleCode,
    addressee_kind,
    mood_of,
    propose_actions,
)
from resolutions.rules.clauses import Clause, ClauseKind

BODY = "IndustriALL Global Union Congress"
OWN = ("IndustriALL Global Union", "IndustriALL")


def operative(code: str, text: str, *addressees: str) -> Clause:
    return Clause(code, ClauseKind.OPERATIVE, text, addressees=addressees)


BELARUS = (
    Clause("c1", ClauseKind.PREAMBULAR, "IndustriALL Global Union Executive condemned the election fraud."),
    operative("c2", "express its concern about the continuing violence in the Republic of Belarus,"),
    operative("c3", "condemn the persecution of trade unionists"),
    operative("c4", "express solidarity with the Belarusian labour movement"),
    operative(
        "c5",
        "call on IndustriALL Global Union Executive and all of its affiliates to provide full support",
        "IndustriALL Global Union Executive",
        "all of its affiliates",
    ),
    operative("c6", "asking ILO full support in reporting and condemning any violation", "ILO"),
)


def test_the_belarus_text_asks_three_times() -> None:
    assert propose_actions(BELARUS, BODY, OWN) == (
        Proposal(
            "c5",
            AddresseeKind.EXECUTIVE,
            "IndustriALL Global Union Executive",
            (ActionKind.INTERNAL,),
            TitleCode.PLAN_AND_REPORT,
            180,
        ),
        Proposal(
            "c5",
            AddresseeKind.AFFILIATES,
            "all of its affiliates",
            FOR_AFFILIATES,
            TitleCode.ACT_AND_REPORT,
            180,
        ),
        Proposal(
            "c6",
            AddresseeKind.EXTERNAL,
            "ILO",
            (ActionKind.TRANSMIT, ActionKind.COMPLAINT),
            TitleCode.TRANSMIT_AND_RECORD,
            30,
        ),
    )


def test_the_name_of_the_body_tells_the_name_of_the_federation() -> None:
    known = propose_actions(BELARUS, BODY, OWN)
    for body, *others in ((BODY,), ("4th Congress", "The 3rd IndustriALL Global Union Congress")):
        assert propose_actions(BELARUS, body, others) == known


def test_towards_an_outside_body_the_secretariat_acts() -> None:
    executive, affiliates, ilo = propose_actions(BELARUS, BODY, OWN)
    assert (ilo.owner, ilo.towards, ilo.kind) == (AddresseeKind.SECRETARIAT, "ILO", ActionKind.TRANSMIT)
    assert (executive.owner, executive.towards) == (AddresseeKind.EXECUTIVE, "")
    assert (affiliates.owner, affiliates.towards) == (AddresseeKind.AFFILIATES, "")


def test_a_clause_that_asks_nobody_states_a_position() -> None:
    assert [mood_of(clause) for clause in BELARUS] == [Mood.POSITION] * 4 + [Mood.ASKS] * 2


def test_a_preamble_never_asks() -> None:
    recital = Clause("p1", ClauseKind.PREAMBULAR, "Recalling that affiliates", addressees=("affiliates",))
    assert propose_actions([recital], BODY, OWN) == ()


def test_an_addressee_named_twice_or_not_at_all_is_asked_once_or_never() -> None:
    clause = operative("c1", "calls on affiliates", "affiliates", " affiliates ", " ")
    assert [proposal.addressee for proposal in propose_actions([clause], BODY, OWN)] == ["affiliates"]


@pytest.mark.parametrize(
    ("addressee", "kind"),
    [
        ("the Executive Committee", AddresseeKind.EXECUTIVE),
        ("our Executive", AddresseeKind.EXECUTIVE),
        ("Executive Committee of IndustriALL", AddresseeKind.EXECUTIVE),
        ("le Comité exécutif d'IndustriALL", AddresseeKind.EXECUTIVE),
        ("le Comité exécutif", AddresseeKind.EXECUTIVE),
        ("al Comité Ejecutivo", AddresseeKind.EXECUTIVE),
        ("SELF", AddresseeKind.EXECUTIVE),
        (BODY, AddresseeKind.EXECUTIVE),
        ("Исполнительный комитет", AddresseeKind.EXECUTIVE),
        ("affiliates in Latin America", AddresseeKind.AFFILIATES),
        ("mining affiliates", AddresseeKind.AFFILIATES),
        ("all affiliated unions", AddresseeKind.AFFILIATES),
        ("affiliates with members at oil companies", AddresseeKind.AFFILIATES),
        ("toutes ses organisations affiliées", AddresseeKind.AFFILIATES),
        ("organisations membres", AddresseeKind.AFFILIATES),
        ("todas sus afiliadas", AddresseeKind.AFFILIATES),
        ("member organisations", AddresseeKind.AFFILIATES),
        ("alle Mitgliedsgewerkschaften", AddresseeKind.AFFILIATES),
        ("the General Secretary", AddresseeKind.SECRETARIAT),
        ("IndustriALL Secretariat and regional offices", AddresseeKind.SECRETARIAT),
        ("ILO", AddresseeKind.EXTERNAL),
        ("the government of Belarus", AddresseeKind.EXTERNAL),
        ("governments of all affiliates", AddresseeKind.EXTERNAL),
        ("European Union Executive", AddresseeKind.EXTERNAL),
        ("UN Secretary-General", AddresseeKind.EXTERNAL),
        ("General Secretary of the teachers' union", AddresseeKind.EXTERNAL),
        ("employers", AddresseeKind.EXTERNAL),
    ],
)
def test_only_our_own_executive_affiliates_and_secretariat_are_ours(
    addressee: str, kind: AddresseeKind
) -> None:
    assert addressee_kind(addressee, (BODY, *OWN)) == kind


def test_of_every_kind_of_action_it_is_known_what_one_counts() -> None:
    assert [*COUNTED] == [*ActionKind]
    assert set(FOR_AFFILIATES) | {ActionKind.COMPLAINT, ActionKind.INTERNAL, ActionKind.TRANSMIT} == set(
        ActionKind
    )
