"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("ballots", __name__)
