"""The kinds of flaws that reading a bank finds, by the names of the rules that explain them."""

from quiz.bank.positions import Path


def flaw_of(kind: str, path: Path, value: object, *, written: bool) -> str:
    """Name the flaw that an error of pydantic's ``kind`` is.

    ``value`` stands at ``path``; ``written`` says whether anything stands there in the file.
    """
    last = path[-1] if path else ""
    match kind:
        case "string_type" if value is None and not written:
            return "empty-value"
        case "string_type" if not isinstance(value, (dict, list)):
            return "unquoted-value"
        case "literal_error":
            return "unknown-version" if path == ("version",) else "unknown-value"
        case "string_pattern_mismatch":
            return "malformed-id" if last == "id" else "malformed-value"
        case "string_too_short":
            return "empty-value"
        case "too_short" | "too_long":
            return "option-count" if last in ("options", "pairs", "targets") else "out-of-range"
        case "string_too_long" | "greater_than_equal" | "less_than_equal":
            return "out-of-range"
        case "value_error" if isinstance(value, str) and not value.strip():
            return "empty-value"
        case "value_error" if last == "kind":
            return "unknown-value"
        case "value_error" if last == "file":
            return "article-path"
        case "list_type" | "model_type" | "model_attributes_type" | "dict_type" if value is None:
            return "wrong-type" if written else "empty-value"
        case kind if kind.endswith("_type") or kind == "int_from_float":
            return "wrong-type"
    return "not-as-needed"
