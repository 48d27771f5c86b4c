"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("assignments", __name__)
