"""PURE values and decisions: no files, no Git, no clock, no printing."""
