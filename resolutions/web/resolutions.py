"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("resolutions", __name__)
