"""The states that ``axe_all_states.py`` walks through."""
