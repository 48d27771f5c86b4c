"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("actions", __name__)
