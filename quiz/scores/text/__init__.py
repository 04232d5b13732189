"""The figures as text for a terminal or a pipe, at any width; nothing is said by colour."""
