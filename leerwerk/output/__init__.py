"""Findings and overviews as text for a machine."""
