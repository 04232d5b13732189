"""What the store asks of its tables."""

from typing import Final

SUMMARY: Final = """
    SELECT s.id, s.player, s.bank, s.title, s.mode, s.started, s.finished,
           count(*), count(a.position), coalesce(sum(a.correct), 0),
           coalesce(sum(a.score), 0.0), sum(coalesce(a.max_score, 1.0))
    FROM session AS s
    JOIN asked AS q ON q.session = s.id
    LEFT JOIN answer AS a ON a.session = q.session AND a.position = q.position
    {where}
    GROUP BY s.id
    {having}
    ORDER BY s.started DESC, s.id DESC
"""

ANSWERS: Final = """
    SELECT a.position, q.question, q.kind, q.skill, a.response, a.correct, a.score, a.certainty, a.seconds,
           a.max_score
    FROM answer AS a
    JOIN asked AS q ON q.session = a.session AND q.position = a.position
    WHERE a.session = ?
    ORDER BY a.position
"""

# Answers of an exam that is not handed in are nobody's business yet. With a single max(), SQLite takes the
# other columns from the row that holds the maximum (https://www.sqlite.org/lang_select.html#bareagg).
HISTORY: Final = """
    SELECT q.question, count(*), a.correct, max(a.recorded || printf('%012d', s.id))
    FROM session AS s
    JOIN asked AS q ON q.session = s.id
    JOIN answer AS a ON a.session = q.session AND a.position = q.position
    WHERE s.player = ? AND s.bank = ? AND (s.mode = 'practice' OR s.finished IS NOT NULL)
    GROUP BY q.question
"""
