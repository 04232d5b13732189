"""The colours: paper by day, paper by night, one accent each."""

from textual.theme import Theme

THEMES = (
    Theme(
        name="quiz-light",
        primary="#1d4e89",
        accent="#1d4e89",
        foreground="#23211c",
        background="#faf8f3",
        surface="#faf8f3",
        panel="#eeeae0",
        success="#1d6a3a",
        error="#a3341f",
        warning="#8a5a00",
        dark=False,
        variables={"quiet": "#6a655a", "rule": "#cfc9bb", "evidence": "#f3e6bd"},
    ),
    Theme(
        name="quiz-dark",
        primary="#8ab4e8",
        accent="#8ab4e8",
        foreground="#e4e0d6",
        background="#1b1c1e",
        surface="#1b1c1e",
        panel="#26282b",
        success="#7fc48f",
        error="#ee9079",
        warning="#e0b45c",
        dark=True,
        variables={"quiet": "#9d988c", "rule": "#44464a", "evidence": "#45401f"},
    ),
)
