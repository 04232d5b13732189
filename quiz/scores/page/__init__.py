"""The history and skills of a player as one page of HTML, for a browser or for paper."""
