"""The works behind ``make``: environment, build, server, checks. Standard library only: it runs before any install."""
