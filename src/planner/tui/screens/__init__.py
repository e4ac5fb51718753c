"""Screens: they own state and route messages."""
