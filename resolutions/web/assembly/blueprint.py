"""The pages of the assembly are one family."""

from flask import Blueprint

bp = Blueprint("assembly", __name__, url_prefix="/assembly")
