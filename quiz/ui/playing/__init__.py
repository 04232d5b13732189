"""The parts of the play screen that are no screen: keys, clock, responses being made, ways to end."""
