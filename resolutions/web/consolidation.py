"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("consolidation", __name__)
