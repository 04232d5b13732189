"""What the screens of the courses are made of."""
