"""Dates as readers expect them."""
