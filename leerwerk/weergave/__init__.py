"""Values to text for people: Markdown, HTML, PDF. Sole owner of jinja2."""
