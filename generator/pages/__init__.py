"""The collection to pages: all that their templates show, worked out before one runs.

Templates call no Python. Nothing here writes a file or knows which engine will.
"""
