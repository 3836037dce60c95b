"""Tests of the package ``vectorstore``."""
