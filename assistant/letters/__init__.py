"""Cover letters: what a posting asks held against a CV, an outline that stands on both, and what to send.

`domain` describes the shapes. A CV is held by whoever asks; nothing here writes it anywhere, and no message quotes it.
"""
