"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("amendments", __name__)
