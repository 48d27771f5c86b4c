"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("assembly", __name__)
