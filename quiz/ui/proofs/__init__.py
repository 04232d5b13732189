"""What the screens share on which a bank is written and decided about."""
