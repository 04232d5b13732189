"""What a player can respond to a question of each type, and how a response is kept.

A response holds the texts a player chose, never their places: options are shuffled, and an edited bank
keeps its history.

==========  ==========================================================================
type        response
==========  ==========================================================================
choice      the text of the option
multiple    the texts of the options chosen, in the bank's order
order       the texts of all items, in the player's order
match       (left, right) for every left side that has a partner, in the bank's order
text        what was typed
hottext     the texts of the targets marked, in the bank's order
==========  ==========================================================================
"""

from typing import Any

from quiz.bank.model import Choice, Hottext, Match, Multiple, Order, Question, TextEntry

AnyQuestion = Question
Response = str | tuple[str, ...] | tuple[tuple[str, str], ...]


def key_of(question: AnyQuestion) -> Response:
    """The response that earns all marks; of several wordings the first."""
    match question:
        case Choice():
            return next(option.text for option in question.options if option.correct)
        case Multiple():
            return tuple(option.text for option in question.options if option.correct)
        case Order():
            return tuple(item.text for item in question.options)
        case Match():
            return tuple((pair.left, pair.right) for pair in question.pairs)
        case TextEntry():
            return question.accept[0]
        case Hottext():
            return tuple(target.text for target in question.targets if target.correct)


def checked(question: AnyQuestion, response: Response) -> Response:
    """The response in the form that is kept. Raises ValueError for one the question does not allow."""
    match question:
        case Choice():
            if response in {option.text for option in question.options}:
                return response
        case Multiple():
            return _chosen(response, [option.text for option in question.options])
        case Hottext():
            return _chosen(response, [target.text for target in question.targets])
        case Order():
            if isinstance(response, tuple) and sorted(map(str, response)) == sorted(
                item.text for item in question.options
            ):
                return response
        case Match():
            return _paired(question, response)
        case TextEntry():
            if isinstance(response, str) and response.strip():
                return " ".join(response.split())
    raise ValueError("the question does not allow this response")


def _chosen(response: Response, offered: list[str]) -> Response:
    if not isinstance(response, tuple) or not response:
        raise ValueError("nothing is chosen")
    chosen = {str(text) for text in response}
    if len(chosen) != len(response) or chosen - set(offered):
        raise ValueError("the response is none of the options")
    return tuple(text for text in offered if text in chosen)


def _paired(question: Match, response: Response) -> Response:
    given = pairs_of(response)
    partners = dict(given)
    lefts, rights = [pair.left for pair in question.pairs], {pair.right for pair in question.pairs}
    if not given or len(partners) != len(given) or set(partners) - set(lefts):
        raise ValueError("the response pairs nothing, or something else")
    if len(set(partners.values())) != len(partners) or set(partners.values()) - rights:
        raise ValueError("the response pairs something twice, or with something else")
    return tuple((left, partners[left]) for left in lefts if left in partners)


def pairs_of(response: Response) -> list[tuple[str, str]]:
    """The pairs of a response to a match. Raises ValueError if it has anything else."""
    pairs = []
    for part in response:
        if not isinstance(part, tuple):
            raise ValueError("the response has no pairs")
        left, right = part
        pairs.append((left, right))
    return pairs


def from_json(value: Any) -> Response:
    """A response as JSON kept it: lists are tuples again, and objects pairs."""
    if isinstance(value, dict):
        return tuple((str(left), str(right)) for left, right in value.items())
    if isinstance(value, list):
        if all(isinstance(part, list) and len(part) == 2 for part in value) and value:
            return tuple((str(left), str(right)) for left, right in value)
        return tuple(str(part) for part in value)
    return str(value)
