"""What a user can mend: every error whose message is one clear sentence for them."""


class QuizError(Exception):
    """The input, a file or the machine stands in the way; the message says what, without jargon."""

    def lines(self) -> list[str]:
        """What to say, line by line: the sentence, and what else helps."""
        return [str(self)]
