"""To be written by its stage."""

from flask import Blueprint

bp = Blueprint("drafts", __name__)
