"""What authors do to banks: begin, add to, rename, merge and split them, changing as little text as can be."""
