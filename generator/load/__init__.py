"""Disk to records or problems: the only room that reads contributors' files.

`project.read_project` walks the folders; each file goes through `files` (bytes to text), then
`frontmatter` (text to front matter and body), `yaml` (front matter to values with places) and
`fields` (values to a record). Nothing here judges a story, and nothing here raises at bad input.
"""
