"""Probable slips, pointed out to the editor."""
