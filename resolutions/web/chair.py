"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("chair", __name__)
