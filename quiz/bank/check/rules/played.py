"""Family B, bank: what the answers of players say about questions, where there are any on this machine."""

from collections.abc import Iterable

from quiz.bank.check.played import wording_of
from quiz.bank.check.rule import BankRule, Finding
from quiz.bank.check.subject import Subject
from quiz.bank.kept import as_data
from quiz.visible import one_line


class PlayedResults(BankRule):
    """The first answers of ten players or more to the question as it stands say that it does not work."""

    code, name, level = "B005", "played-results", "warning"
    local = True
    why = "Players who read well get it wrong, or it tells nobody apart: key or options are at fault."
    example = (
        "Bad:   strong players miss it: check the key (34 first answers, 21% right …)\n"
        "Good:  the better a player is elsewhere, the likelier to be right here"
    )
    source = (
        "Classical test theory, as Moodle's quiz statistics use it: facility, discrimination index, "
        "distractor table. The figures are those of “quiz scores items BANK”, from this machine's score file."
    )

    def check(self, subject: Subject) -> Iterable[Finding]:
        """Repeat what is said of the answers, where the question is still worded as it was answered."""
        for asked in subject.questions:
            played = subject.played.get(asked.question.id)
            if played and played.flags and played.wording == wording_of(as_data(asked.question)):
                message = f"{'; '.join(map(one_line, played.flags))} ({one_line(played.figures)})"
                help_text = "compare key and options with the article; “quiz scores items” shows every figure"
                yield Finding(asked.at("prompt"), message, help_text)
