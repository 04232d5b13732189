"""From plain values to a Bank, or to every problem in them, said in the words of the format."""

import re
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from quiz.bank import called, shape
from quiz.bank.flaws import flaw_of
from quiz.bank.kinds import KINDS
from quiz.bank.model import Bank, MisplacedError
from quiz.bank.positions import Path, Position
from quiz.bank.problems import BankError, Problem, shown
from quiz.bank.shape_at import keys_of_any_question, model_at, question_models, value_at
from quiz.bank.yaml_values import MOST_PROBLEMS, YamlValues

_YAML_READS = {
    "bool": "a yes or no",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "nothing",
}
_WITH_COMMA = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d])")
_PATTERNS = {
    "id": "may have small letters, digits and single hyphens between them only",
    "sha256": "must be 64 hexadecimal digits in small letters",
    "language": "must be a language tag such as “en” or “pt-BR”",
}
# What people write who have not seen the format, and the keys it may stand for, where they are possible.
_OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "answer": ("accept", "options", "correct"),
    "answers": ("accept", "options"),
    "choices": ("options",),
    "items": ("options",),
    "question": ("prompt",),
    "feedback": ("explanation", "why"),
    "reason": ("explanation", "why"),
    "source": ("evidence",),
}


def bank_from_values(values: YamlValues, label: str) -> Bank:
    """Check the values of a file. Raises BankError with all problems, sorted by position."""
    found = _Problems(values, label)
    bank: Bank | None = None
    try:
        bank = shape.bank_of(values.value)
    except ValidationError as error:
        found.take(error.errors(include_url=False))
    if isinstance(values.value, dict) and isinstance(values.value.get("version"), bool):
        message = f"“version” must be 1, not {called.written(values, ('version',))}"
        found.add(("version",), message, flaw="unknown-version")
    every = dict.fromkeys((*values.problems, *found.problems))
    problems = sorted(every, key=lambda problem: (problem.line, problem.column))
    if bank is None or problems:
        raise BankError(problems[:MOST_PROBLEMS])
    return bank


class _Problems:
    """The problems of one file, as pydantic's errors come in."""

    def __init__(self, values: YamlValues, label: str) -> None:
        self.values = values
        self.label = label
        self.problems: list[Problem] = []

    def add(
        self,
        path: Path,
        message: str,
        help_text: str | None = None,
        *,
        flaw: str,
        position: Position | None = None,
    ) -> None:
        """Note a problem at the value of ``path``, unless the file's own refusal of it says enough."""
        if any(path[: len(refused)] == refused for refused in self.values.refused):
            return
        at = position or self.values.positions.at(path)
        self.problems.append(
            Problem(self.label, at.line, at.column, message, help_text, flaw=flaw, span=(at.start, at.end))
        )

    def take(self, errors: list[Any]) -> None:
        """Turn pydantic's errors into problems."""
        misspelt: set[Path] = set()
        absent: list[Path] = []
        for error in errors:
            path = self._path(error["loc"])
            match error["type"]:
                case "extra_forbidden":
                    misspelt.add(self._unknown_key(path))
                case "missing":
                    absent.append(path)
                case "union_tag_not_found" | "union_tag_invalid":
                    self._question_type(path, misspelt)
                case "value_error" if path == ("questions",):
                    pass  # an id is repeated: see below
                case kind:
                    cause = error.get("ctx", {}).get("error")
                    at = (*path, *cause.where) if isinstance(cause, MisplacedError) else path
                    flaw = cause.flaw if isinstance(cause, MisplacedError) else self._flaw_of(kind, path)
                    self.add(at, *self._sentence(kind, path, error), flaw=flaw)
        self._repeated_ids()
        for path in absent:
            if path not in misspelt:
                flaw = "no-explanation" if path[-1] == "explanation" else "missing-key"
                self.add(path[:-1], f"“{path[-1]}” is missing", flaw=flaw)

    def _path(self, loc: tuple[int | str, ...]) -> Path:
        """Return the path in the file: pydantic puts a question's type between its index and its keys."""
        return (*loc[:2], *loc[3:]) if len(loc) > 2 and loc[0] == "questions" else loc

    def _unknown_key(self, path: Path) -> Path:
        """Report a key that the format does not have; the path it was probably meant for."""
        key = str(path[-1])
        model = self._model_at(path[:-1])
        known = list(model.model_fields) if model else []
        position = self.values.positions.key(path)
        near = [word for word in _OTHER_WORDS.get(key, ()) if word in known][:1]
        near = near or get_close_matches(key, known, 1)
        if not near and len(path) == 3 and key in keys_of_any_question():
            kind = self._value_at((*path[:-1], "type"))
            message = f"a question of type “{kind}” has no “{key}”"
            self.add(path, message, flaw="key-of-another-type", position=position)
            return path
        message = f"unknown key “{shown(key)}”"
        help_text = None if near or not known else f"possible here: {called.listed(known, 'and')}"
        message = f"{message}; did you mean “{near[0]}”?" if near else message
        self.add(path, message, help_text, flaw="unknown-key", position=position)
        return (*path[:-1], near[0]) if near else path

    def _question_type(self, path: Path, misspelt: set[Path]) -> None:
        types = list(question_models())
        possible = f"possible are {called.listed(types, 'and')}"
        question = self._value_at(path)
        if not isinstance(question, dict):
            self.add(path, *self._wrong_type(path, "keys with values"), flaw="wrong-type")
            return
        at = (*path, "type")
        if "type" in question:
            tag = question["type"]
            if not isinstance(tag, str):
                if tag is None and not called.written(self.values, at):
                    self.add(at, "“type” is empty", possible, flaw="empty-value")
                else:
                    self.add(at, *self._wrong_type(at, "text"), flaw=self._flaw_of("string_type", at))
                return
            near = get_close_matches(tag, types, 1)
            message = f"unknown type “{shown(tag)}”"
            message = f"{message}; did you mean “{near[0]}”?" if near else message
            self.add(at, message, possible, flaw="unknown-value")
            return
        keys = sorted(keys_of_any_question())
        for key in question:
            if key not in keys and get_close_matches(key, ["type"], 1):
                place = self.values.positions.key((*path, key))
                message = f"unknown key “{shown(key)}”; did you mean “type”?"
                self.add(path, message, possible, flaw="unknown-key", position=place)
                return
        self.add(path, "“type” is missing", possible, flaw="missing-key")

    def _repeated_ids(self) -> None:
        """Report every id that was used before; pydantic looks only once all else is well."""
        questions = self._value_at(("questions",))
        first: dict[str, int] = {}
        for index, question in enumerate(questions if isinstance(questions, list) else ()):
            name = question.get("id") if isinstance(question, dict) else None
            if not isinstance(name, str):
                continue
            path = ("questions", index, "id")
            if name in first:
                line = self.values.positions.at(("questions", first[name], "id")).line
                message = f"the id “{shown(name)}” is taken by the question on line {line}"
                self.add(path, message, flaw="repeated-id")
            else:
                first[name] = index

    def _flaw_of(self, kind: str, path: Path) -> str:
        return flaw_of(kind, path, self._value_at(path), written=bool(called.written(self.values, path)))

    def _sentence(self, kind: str, path: Path, error: Any) -> tuple[str, str | None]:
        name = called.name(path)
        ctx: dict[str, Any] = error.get("ctx", {})
        value = error["input"]
        match kind:
            case "string_type":
                return self._wrong_type(path, "text")
            case "int_type" | "int_from_float":
                return self._wrong_type(path, "a whole number")
            case "bool_type":
                return self._wrong_type(path, "true or false")
            case "list_type":
                return self._wrong_type(path, "a list")
            case "model_type" | "model_attributes_type" | "dict_type":
                return self._wrong_type(path, "keys with values")
            case "literal_error":
                return self._not_possible(path, value)
            case "string_pattern_mismatch":
                rule = _PATTERNS.get(str(path[-1]), "is not written as the format needs it")
                return f"{name} {rule}: “{shown(str(value))}”", called.slug_help(path, str(value))
            case "string_too_short":
                return f"{name} must not be empty", None
            case "string_too_long":
                return (
                    f"{name} is too long: {len(value):,} characters, the limit is {ctx['max_length']:,}",
                    None,
                )
            case "too_short":
                return (
                    f"{name} needs at least {called.items(ctx['min_length'])} and has "
                    f"{called.items(ctx['actual_length'])}",
                    None,
                )
            case "too_long":
                many = len(value) if isinstance(value, list) else ctx["actual_length"]
                return (
                    f"{name} may have {called.items(ctx['max_length'])} at most and has {called.items(many)}",
                    None,
                )
            case "greater_than_equal":
                return f"{name} must be at least {ctx['ge']}, not {value}", None
            case "less_than_equal":
                return f"{name} must be at most {ctx['le']}, not {value}", None
            case "string_unicode":
                return f"{name} holds half of a character (a surrogate)", "write the character itself"
            case "value_error":
                return self._own_words(path, value, str(ctx["error"]))
        return f"{name} is not as the format needs it: {shown(error['msg'])}", None

    def _own_words(self, path: Path, value: object, message: str) -> tuple[str, str | None]:
        if path[-1:] == ("kind",) and isinstance(value, str) and value.strip():
            near = get_close_matches(value, KINDS, 1)
            help_text = f"possible are {called.listed(list(KINDS), 'and')}"
            message = f"unknown kind “{shown(value)}”"
            return (f"{message}; did you mean “{near[0]}”?" if near else message), help_text
        if message.startswith(("must ", "may ")):
            return f"{called.name(path)} {message}", None
        return message, None

    def _not_possible(self, path: Path, value: object) -> tuple[str, str | None]:
        model = self._model_at(path[:-1])
        possible = (
            [str(one) for one in get_args(model.model_fields[str(path[-1])].annotation)] if model else []
        )
        if path == ("version",):
            newer = isinstance(value, int) and value > 1
            written = called.written(self.values, path) or "nothing"
            message = f"“version” must be 1, not {written}"
            return message, "a newer version of quiz may be able to read this bank" if newer else None
        near = get_close_matches(value, possible, 1) if isinstance(value, str) else []
        found = called.written(self.values, path)
        message = f"{called.name(path)} must be {called.listed(possible, 'or')}, not “{found}”"
        return (f"{message}; did you mean “{near[0]}”?" if near else message), None

    def _wrong_type(self, path: Path, wanted: str) -> tuple[str, str | None]:
        """Say what stands at ``path`` instead of what is wanted, and why."""
        name = called.name(path)
        value = self._value_at(path)
        written = called.written(self.values, path)
        if value is None and not written:
            return f"{name} is empty", None
        if isinstance(value, dict):
            hint = "put text that contains “: ” in quotes" if wanted == "text" else None
            return f"{name} must be {wanted}, not keys with values", hint
        if isinstance(value, list):
            hint = "put text that begins with “[” or “- ” in quotes" if wanted == "text" else None
            return f"{name} must be {wanted}, not a list", hint
        if wanted == "text":
            start, end = self.values.positions.values.get(path, (0, 0))
            around = self.values.positions.text[max(0, start - 12) : end + 12]
            if (whole := _WITH_COMMA.search(around)) and written in whole[0]:
                message = f"{name} must be text, but the comma in {whole[0]} begins another item"
                return message, f'put the whole number in quotes: "{whole[0]}"'
            reads = _YAML_READS.get(called.kind_of(value), "something else")
            return (
                f"{name} must be text, but YAML reads {written} as {reads}",
                f'put it in quotes: "{written}"',
            )
        if isinstance(value, str) and wanted in ("true or false", "a whole number"):
            quoted = written[:1] in ("'", '"')
            return f"{name} must be {wanted}, not text", "write it without quotes" if quoted else None
        hint = "put “- ” before each item" if wanted == "a list" else None
        model = self._model_at(path)
        if model is not None and "text" in model.model_fields and isinstance(value, str):
            hint = f"write: text: {written}"
        found = written if written[:1] in ("'", '"') else f"“{written}”"
        return f"{name} must be {wanted}, not {found}", hint

    def _value_at(self, path: Path) -> Any:
        return value_at(self.values.value, path)

    def _model_at(self, path: Path) -> type[BaseModel] | None:
        return model_at(self.values.value, path)
