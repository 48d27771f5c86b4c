"""Letters about actions: subject and words in the affiliate's language, with a link to the page."""

from flask import current_app, url_for
from flask_babel import force_locale, format_date
from flask_babel import gettext as _

from resolutions.records.action import Assignment


def _link(assignment: Assignment) -> str:
    """The address of the page; always from the configuration, never from the request."""
    path = url_for("assignments.show", assignment_id=assignment.id)
    return f"{current_app.config['BASE_URL'].rstrip('/')}{path}"


def _language(assignment: Assignment) -> str:
    offered = current_app.config["LANGUAGES"]
    spoken = assignment.affiliate.languages if assignment.affiliate is not None else []
    return next((language for language in spoken if language in offered), str(offered[0]))


def _guarded(assignment: Assignment) -> tuple[str, str]:
    """What is written to somebody whose letters may be read by others: nothing but that there is something."""
    words = _("There is something for you. Sign in here:")
    return _("There is something for you"), f"{words}\n\n{_link(assignment)}\n"


def asked(assignment: Assignment) -> tuple[str, str]:
    """The letter that asks: which text, what, by which day, and where to answer."""
    with force_locale(_language(assignment)):
        if assignment.affiliate is not None and assignment.affiliate.protected:
            return _guarded(assignment)
        action = assignment.action
        number = action.resolution.reference or action.resolution.number
        words = (
            _("Resolution %(number)s asks you:", number=number),
            action.title,
            action.instructions,
            _("Due on %(day)s.", day=format_date(assignment.due_on, "d MMMM y", rebase=False)),
            _("Say here where you are: done, under way, or it cannot be done. It takes three taps."),
            _link(assignment),
        )
        return _("%(number)s: %(title)s", number=number, title=action.title), "\n\n".join(filter(None, words))


def returned(assignment: Assignment) -> tuple[str, str]:
    """The letter that brings a question back."""
    with force_locale(_language(assignment)):
        if assignment.affiliate is not None and assignment.affiliate.protected:
            return _guarded(assignment)
        action = assignment.action
        review = assignment.reports[-1].review
        number = action.resolution.reference or action.resolution.number
        words = (
            _("The secretariat read your report on “%(title)s” and asks:", title=action.title),
            review.reason if review is not None else "",
            _("Answer with a new report here:"),
            _link(assignment),
        )
        return _("%(number)s: a question about your report", number=number), "\n\n".join(filter(None, words))
