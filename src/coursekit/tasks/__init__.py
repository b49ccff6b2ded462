"""What ``make`` runs: environment, build, server, checks. Standard library only: it runs before any install."""
