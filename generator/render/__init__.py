"""The collection to a site: pages with all that their templates show, and files to copy.

Everything is worked out before a template runs, so that templates call no Python. Nothing here
writes a file or knows which engine will.
"""

from generator.render.site import render_site
from generator.render.values import Copy, Document, Entry, Made, Page, Sheet, Site, SocialCard, Web

__all__ = [
    "Copy",
    "Document",
    "Entry",
    "Made",
    "Page",
    "Sheet",
    "Site",
    "SocialCard",
    "Web",
    "render_site",
]
