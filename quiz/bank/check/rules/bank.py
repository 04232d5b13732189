"""Family B, bank: the questions beside each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from quiz.bank.check.chance import uneven
from quiz.bank.check.rule import BankRule, Finding
from quiz.bank.check.subject import Asked, Subject, fold, words_of
from quiz.bank.model import Hottext
from quiz.bank.problems import shown

_FEWEST = 10
"""Below this number of questions a share says nothing."""
_SURE = 0.01
"""The chance of a false alarm that a test of the whole bank allows itself."""
_ALIKE = 0.8
"""Two prompts with the same answer that share so much of their words are one question."""


class KeyPosition(BankRule):
    """The key stands in one place of the list more often than chance would put it there."""

    code, name, level, default = "B001", "key-position", "info", False
    why = "On paper and in formats that do not shuffle, the place gives the key away; this program shuffles."
    example = "Bad:   the key first in 18 of 20 questions\nGood:  7, 6 and 7 times in each of three places"
    source = (
        "Haladyna, Downing and Rodriguez 2002: vary the location of the right answer; Pearson's "
        "chi-squared test."
    )

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Compare with an even spread, for questions of every number of options together."""
        observed: Counter[int] = Counter()
        expected: defaultdict[int, float] = defaultdict(float)
        total = 0
        for asked in subject.questions:
            if asked.key is not None and asked.question.type == "choice":
                total += 1
                observed[asked.key] += 1
                for place in range(len(asked.texts)):
                    expected[place] += 1 / len(asked.texts)
        if total < _FEWEST:
            return
        places = sorted(expected)
        chance = uneven([observed[place] for place in places], [expected[place] for place in places])
        if chance < _SURE:
            place, times = observed.most_common(1)[0]
            message = f"the key is option {place + 1} in {times} of {total} questions"
            yield Finding(
                ("questions",), message, "move the keys about, if options are not shuffled", at_key=True
            )


class NearDuplicate(BankRule):
    """Two questions ask nearly the same, with the same answer."""

    code, name, level = "B003", "near-duplicate", "warning"
    why = "The second one is answered from memory of the first."
    example = "Bad:   Who moved the bridge?  /  Who was it that moved the bridge?\nGood:  one of them"
    source = "SAQUET and item-bank practice: keep one of near-identical items."

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Compare the prompts of questions with the same answer by the words they share."""
        groups: defaultdict[tuple[str, ...], list[Asked]] = defaultdict(list)
        for asked in subject.questions:
            if answer := _answer(asked):
                groups[answer].append(asked)
        for group in groups.values():
            for first, second in _alike(group):
                line = subject.positions.at(first.at("prompt")).line
                message = f"nearly the same question, with the same answer, stands on line {line}"
                yield Finding(second.at("prompt"), message, "keep one of them")


def _answer(asked: Asked) -> tuple[str, ...]:
    question = asked.question
    if asked.texts:
        return tuple(sorted(text for text, right in zip(asked.folded, asked.correct, strict=True) if right))
    if question.type == "text":
        return tuple(sorted(map(fold, question.accept)))
    if question.type == "order":
        return tuple(fold(item.text) for item in question.options)
    if question.type == "match":
        return tuple(sorted(fold(f"{pair.left} {pair.right}") for pair in question.pairs))
    return (fold(question.passage),) if isinstance(question, Hottext) else ()


def _alike(group: list[Asked]) -> Iterator[tuple[Asked, Asked]]:
    """Pair prompts whose words are alike; only those are compared that share one of their rarest."""
    if len(group) < 2:
        return
    bags = [frozenset(words_of(asked.question.prompt)) for asked in group]
    often = Counter(word for bag in bags for word in bag)
    seen: defaultdict[str, list[int]] = defaultdict(list)
    for place, bag in enumerate(bags):
        rare = sorted(bag, key=lambda word: (often[word], word))[: int(len(bag) * (1 - _ALIKE)) + 1]
        earlier = dict.fromkeys(other for word in rare for other in seen[word][-50:])
        for other in earlier:
            theirs = bags[other]
            if len(bag & theirs) >= _ALIKE * len(bag | theirs):
                yield group[other], group[place]
                break
        for word in rare:
            seen[word].append(place)


class SkillSpread(BankRule):
    """More than four fifths of the questions train one skill."""

    code, name, level = "B004", "skill-spread", "info"
    why = "A player who only looks up details learns little about reading news."
    example = (
        "Bad:   19 of 20 questions ask for a detail\n"
        "Good:  a fifth each, about, for detail, source, statement …"
    )
    source = (
        "PIRLS 2021, processes of comprehension: 20 % retrieving, 30 % inference, 30 % integrating, 20 "
        "% evaluating."
    )

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Count the skills."""
        skills = Counter(asked.question.skill for asked in subject.questions)
        if (total := skills.total()) < _FEWEST:
            return
        skill, times = skills.most_common(1)[0]
        if times > 0.8 * total:
            message = f"{times} of {total} questions are about “{shown(skill)}”"
            yield Finding(("questions",), message, "add questions of other kinds", at_key=True)
