"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("now", __name__)
