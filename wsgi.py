"""Where configuration and package meet."""

from config import chosen
from resolutions.app import create_app

app = create_app(chosen())
