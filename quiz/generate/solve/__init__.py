"""Every proposed question is answered anew from the whole article; only its key may come out."""

from quiz.generate.candidates import Candidate
from quiz.generate.facts import Reading
from quiz.generate.kinds import answering


def unsolved(candidate: Candidate, reading: Reading) -> str | None:
    """Return why the article does not lead to the key alone, or None if it does.

    The kind's ``answers`` sees the prompt and the options as a player does, not which of them is the key.
    """
    answers = answering().get(candidate.kind)
    if answers is None:
        return "nothing can re-answer questions of this kind"
    right = answers(candidate, reading)
    if candidate.key not in right:
        return "re-answered from the whole article, the key does not come out"
    others = [text for text in candidate.texts if text in right and text != candidate.key]
    if others:
        return f"re-answered from the whole article, “{others[0]}” would be right as well"
    return None
