"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("files", __name__)
