"""Family F, file: what reading finds before any question is looked at."""

from quiz.bank.check.rule import FileRule

_FORMAT = "The bank format, version 1, as “quiz schema” writes it out."
_YAML = "YAML 1.1, as PyYAML reads it."


class Unreadable(FileRule):
    """The file is missing, a folder, empty, too large, or not UTF-8 text."""

    code, name, level = "F001", "unreadable", "error"
    why = "Nothing in it can be played."
    example = "Bad:   a bank saved as UTF-16\nGood:  the same bank saved as UTF-8"
    source = _FORMAT


class NotYaml(FileRule):
    """The file is not valid YAML."""

    code, name, level = "F002", "not-yaml", "error"
    why = "A program can only guess what was meant, and a guess could change a question."
    example = "Bad:   prompt: Who said: “No”?\nGood:  prompt: 'Who said: “No”?'"
    source = _YAML


class ForbiddenCharacter(FileRule):
    """A character stands in the file that YAML forbids, such as an escape or a null character."""

    code, name, level = "F003", "forbidden-character", "error"
    why = "It could steer the terminal in which the question is shown."
    example = "Bad:   an escape character, typed or pasted\nGood:  nothing in its place"
    source = "YAML 1.1, section 5.1, character set."


class RepeatedKey(FileRule):
    """A key is given twice in the same place."""

    code, name, level = "F004", "repeated-key", "error"
    why = "Readers of YAML keep one of the two, not always the same, and the other is lost without a word."
    example = "Bad:   prompt: Who said it?\n       prompt: Who wrote it?\nGood:  one of the two"
    source = "YAML 1.1, section 3.2.1.1: keys are unique."


class RefusedYaml(FileRule):
    """The file uses a part of YAML that a bank must not have: aliases, tags, merged keys, documents."""

    code, name, level = "F005", "refused-yaml", "error"
    why = (
        "An alias or a tag can make a small file huge or run something; and text that begins like one "
        "is lost."
    )
    example = "Bad:   text: *important\nGood:  text: '*important'"
    source = _FORMAT


class TooMuch(FileRule):
    """The file nests deeper or holds more values than any bank needs."""

    code, name, level = "F006", "too-much", "error"
    why = "Reading it would keep everybody waiting."
    example = "Bad:   a list in a list in a list, and so on, 21 deep\nGood:  a bank nests six deep"
    source = _FORMAT


class UnknownKey(FileRule):
    """A key is there that the format does not have."""

    code, name, level = "F007", "unknown-key", "error"
    why = "What stands under it would be left out without a word."
    example = "Bad:   promt: Who said it?\nGood:  prompt: Who said it?"
    source = _FORMAT


class KeyOfAnotherType(FileRule):
    """A key is there that only questions of another type have."""

    code, name, level = "F008", "key-of-another-type", "error"
    why = "The player would see a question of one type with the answers of another."
    example = "Bad:   type: choice\n       accept: [Lindqvist]\nGood:  type: text\n       accept: [Lindqvist]"
    source = _FORMAT


class MissingKey(FileRule):
    """A key that every bank or question needs is not there."""

    code, name, level = "F009", "missing-key", "error"
    why = "Without it the question cannot be asked, or its answers cannot be kept."
    example = (
        "Bad:   - type: choice\n         prompt: Who said it?\n"
        "Good:  - id: speaker-1\n         type: choice …"
    )
    source = _FORMAT


class EmptyValue(FileRule):
    """A value is empty or only space where there must be something."""

    code, name, level = "F010", "empty-value", "error"
    why = "The player would look at an empty line."
    example = "Bad:   prompt:\nGood:  prompt: Who said it?"
    source = _FORMAT


class UnquotedValue(FileRule):
    """Text without quotation marks is read by YAML as a yes or no, a number, a date or nothing."""

    code, name, level = "F011", "unquoted-value", "error"
    why = "“no” becomes false and “1.10” becomes 1.1: the player would see something else than was written."
    example = "Bad:   text: no\nGood:  text: 'no'"
    source = "YAML 1.1, the types bool, int, float, null and timestamp. Mended by --fix."


class WrongType(FileRule):
    """A list stands where text is meant, text where a list is meant, and so on."""

    code, name, level = "F012", "wrong-type", "error"
    why = "The question cannot be shown."
    example = "Bad:   tags: bridge\nGood:  tags: [bridge]"
    source = _FORMAT


class UnknownValue(FileRule):
    """A type, kind or status is given that the format does not know."""

    code, name, level = "F013", "unknown-value", "error"
    why = "The program would not know how to ask the question, or under which skill to count it."
    example = "Bad:   kind: spekaer\nGood:  kind: speaker"
    source = _FORMAT


class OutOfRange(FileRule):
    """A number is too small or too large, a text or a list too long or too short."""

    code, name, level = "F014", "out-of-range", "error"
    why = "Beyond these limits a question cannot be shown or answered."
    example = "Bad:   difficulty: 9\nGood:  difficulty: 5"
    source = _FORMAT


class MalformedId(FileRule):
    """An id has other characters than small letters, digits and single hyphens."""

    code, name, level = "F015", "malformed-id", "error"
    why = "A player's history hangs on the id, on every computer it is taken to."
    example = "Bad:   id: My Bank\nGood:  id: my-bank"
    source = _FORMAT


class RepeatedId(FileRule):
    """Two questions have the same id."""

    code, name, level = "F016", "repeated-id", "error"
    why = "The answers to the one would be counted for the other."
    example = (
        "Bad:   - id: speaker-1 …\n       - id: speaker-1 …\n"
        "Good:  - id: speaker-1 …\n       - id: speaker-2 …"
    )
    source = _FORMAT


class MalformedValue(FileRule):
    """A hash or a language tag is not written as it must be."""

    code, name, level = "F017", "malformed-value", "error"
    why = "The article could not be recognised, or the language not be told."
    example = "Bad:   language: English\nGood:  language: en"
    source = "SHA-256 in hexadecimal; language tags after BCP 47."


class UnknownVersion(FileRule):
    """The version of the format is not 1."""

    code, name, level = "F018", "unknown-version", "error"
    why = "A bank of another version may mean something else by the same words."
    example = "Bad:   version: 2\nGood:  version: 1"
    source = _FORMAT


class NotAsNeeded(FileRule):
    """A value is not as the format needs it, in a way that no other rule describes."""

    code, name, level = "F019", "not-as-needed", "error"
    why = "The bank cannot be used as it is."
    example = "Bad:   half of a character, written as an escape\nGood:  the character itself"
    source = _FORMAT


class TargetNotInPassage(FileRule):
    """Words that can be marked do not stand in the passage just so."""

    code, name, level = "F020", "target-not-in-passage", "error"
    why = "The player could not find them to mark them."
    example = (
        "Bad:   passage: It may rain.\n       targets: [{text: might, correct: true}, …]\nGood:  text: may"
    )
    source = _FORMAT


class ArticlePath(FileRule):
    """The article's path is not relative to the bank, or leads up more than one folder."""

    code, name, level = "F021", "article-path", "error"
    why = "On another computer the article would not be found; and no bank may show any file it likes."
    example = "Bad:   file: /home/me/bridge.md\nGood:  file: ../seeds/bridge.md"
    source = _FORMAT


class IgnoreUnknown(FileRule):
    """A comment that is to silence a rule names none, or one that does not exist."""

    code, name, level = "F031", "ignore-unknown", "warning"
    why = "The finding it was written for still stands, or nobody knows which it was."
    example = (
        "Bad:   prompt: Who?  # quiz: ignore\nGood:  prompt: Who?  # quiz: ignore[P006] a riddle on purpose"
    )
    source = "Linters for code do the same."


class IgnoreWithoutReason(FileRule):
    """A comment silences a rule and does not say why."""

    code, name, level = "F032", "ignore-without-reason", "info"
    why = "The next author cannot tell whether the question was thought about."
    example = "Bad:   # quiz: ignore[P006]\nGood:  # quiz: ignore[P006] a riddle on purpose"
    source = "Linters for code do the same."


class IgnoreUnused(FileRule):
    """A comment silences a rule that finds nothing there."""

    code, name, level = "F033", "ignore-unused", "warning"
    why = "It would hide the next flaw in that line."
    example = "Bad:   prompt: Who said it?  # quiz: ignore[P003] meant so\nGood:  prompt: Who said it?"
    source = "Linters for code do the same."
