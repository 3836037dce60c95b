"""The chat page. Nothing here is imported before `assistant.web.serve` has settled the environment."""
