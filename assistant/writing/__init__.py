"""Answers worded by a language model, out of what the catalogue decided; every statement is checked by code."""
