"""Documents and values: files in, values out, and back. Sole owner of yaml and markdown-it."""
