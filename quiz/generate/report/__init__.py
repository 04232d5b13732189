"""What was read in an article: a report for people, data for programs, an account for makers of banks."""

from quiz.generate.report.account import account
from quiz.generate.report.data import as_json, inspect_json
from quiz.generate.report.page import WIDEST, inspect_text

__all__ = ["WIDEST", "account", "as_json", "inspect_json", "inspect_text"]
