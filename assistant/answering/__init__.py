"""Answers out of facts and passages, written without a language model."""
