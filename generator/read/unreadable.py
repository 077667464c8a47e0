"""What is said when a file that somebody sends cannot be read as a draft at all."""


class UnreadableError(Exception):
    """A file that no draft can be made of; the message says why, and what to do."""
