"""Independent readers of an article; each returns observations and never sees what another one saw."""
