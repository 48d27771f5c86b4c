"""The texts of the demo: the seed as it was copied out of a PDF, and four of our own with invented facts."""

from pathlib import Path
from typing import NamedTuple

from resolutions.lifecycle.revising import Wording
from resolutions.rules.reading import Reading, read

SEED = Path(__file__).parent.parent.parent / "seed" / "emergency-resolution-on-belarus.txt"


class Draft(NamedTuple):
    """A text with the short name of its author, the code of its sponsor, and its type."""

    text: str
    author: str
    sponsor: str
    type: str = "ordinary"


SHIFT = """Every shift ends at home

The 4th Congress of Makers and Miners International,

Recalling that 312 members of our affiliates did not come home from work since the 3rd Congress, 174 of them from
underground,

Noting that in nine out of ten of these cases the danger had been reported before,

Convinced that nobody knows a workplace better than those who work there,

1. Declares that the right to leave a dangerous place without loss of pay is a trade union right;

2. Calls on all affiliates to bring the right to refuse unsafe work into every collective agreement that comes up for
renewal;

3. Requests the Executive to publish each year, on 28 April, the name of every member who died at work and what was
done about it;

4. Instructs the Secretariat to open a register of reported dangers that any shop steward can write to from a phone.
"""

COAL = """A fair road out of coal and coke

The 4th Congress of Makers and Miners International,

Recognizing that 61 pits and 14 coking plants with members of our affiliates will close before the next Congress,

Regretting that in only eight of these places anybody has asked the workers what should come after,

Affirming that a region that has given its coal for a century is owed more than a severance payment,

1. Declares that no pit closes fairly before new work has been agreed for those who work in it;

2. Calls on all affiliates to negotiate closing plans with employers at least three years ahead;

3. Urges governments to guarantee training on full pay for every worker whose place is closed;

4. Requests the Executive to set up a fund for regions in change and to report to each of its meetings;

5. Instructs the Secretariat to collect agreements on closures and to publish them in all languages of the Congress.
"""

LEARNING = """Pay for every hour of learning

The Executive of Makers and Miners International,

Aware that one apprentice in four in our sectors works unpaid hours under the name of training,

Noting that affiliates in eleven countries have ended this by agreement,

1. Declares that an hour of learning at work is an hour of work;

2. Calls on all affiliates to include apprentices in their collective agreements;

3. Instructs the Secretariat to compare the pay of apprentices in our sectors by country.
"""

POUDRELUNE = """Résolution d'urgence

Rétablir les droits syndicaux à la Poudrelune

Le 4e Congrès de Makers and Miners International,

Constatant que l'entreprise Poudrelune a licencié, la semaine dernière, 214 membres du Syndicat de la Poudre Blanche
qui demandaient des masques contre la poussière,

Rappelant que la liberté syndicale ne s'arrête pas à la porte d'une usine,

1. Condamne ces licenciements et exprime sa solidarité aux familles;

2. Demande à toutes les organisations affiliées d'écrire à la direction de la Poudrelune et aux entreprises qui lui
achètent du phosphate;

3. Prie le Secrétariat de saisir le Comité de la liberté syndicale de l'OIT.
"""

DRAFTS = {
    "shift": Draft(SHIFT, "delegate ZA-REEFS", "ZA-REEFS"),
    "coal": Draft(COAL, "delegate PL-LAMPA", "PL-LAMPA"),
    "learning": Draft(LEARNING, "officer", "BD-DELTA"),
    "poudrelune": Draft(POUDRELUNE, "delegate_fr", "SN-POUDR", "emergency"),
}

BELARUS_ANSWERS = {
    "event_after_deadline": "The sentences against three union activists of the metallurgical plant and the arrest of "
    "hundreds of union members became known after the deadline for ordinary texts.",
    "within_aims": "The text defends freedom of association and independent trade unions, the first of our aims.",
    "not_covered": "No text on the agenda speaks about this country or about persecution by a state.",
    "no_statute_or_fee": "The text changes neither the statutes nor the fees.",
}
POUDRELUNE_ANSWERS = {
    "event_after_deadline": "Les licenciements datent de la semaine dernière.",
    "within_aims": "Le texte défend la liberté syndicale et la santé au travail.",
    "not_covered": "Aucun autre texte à l'ordre du jour ne parle de cette entreprise.",
    "no_statute_or_fee": "Le texte ne touche ni les statuts ni les cotisations.",
}


def seed() -> Reading:
    """The historic text, read as a person would paste it."""
    return read(SEED.read_text(encoding="utf-8"))


def wording_of(reading: Reading) -> Wording:
    """What a person keeps of a reading when nothing in it needs correction."""
    return Wording(reading.title, reading.enacting, reading.clauses)
