"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("account", __name__)
