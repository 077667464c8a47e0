"""A digest as Markdown, as plain text, as HTML that mail programs leave alone, and as a letter.

Enters what `render/` chose and worded; leaves text. Nothing here chooses, and nothing is sent.
"""

from generator.publish.digest.letter import write_html, write_letter
from generator.publish.digest.plain import write_markdown, write_text

__all__ = ["write_html", "write_letter", "write_markdown", "write_text"]
