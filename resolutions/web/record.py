"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("record", __name__)
