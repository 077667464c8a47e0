"""A newsletter as Markdown, as plain text, as HTML that mail programs leave alone, and as a letter.

`contents.py` chooses and words what is new; the others write it as text. Nothing is sent.
"""

from generator.exports.newsletter.letter import write_html, write_letter
from generator.exports.newsletter.plain import write_markdown, write_text

__all__ = ["write_html", "write_letter", "write_markdown", "write_text"]
