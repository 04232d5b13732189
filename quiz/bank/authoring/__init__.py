"""Begin, add to, rename, merge and split banks, changing as little text as possible."""
