"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("admission", __name__)
