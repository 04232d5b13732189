"""What the store asks of its tables."""

from typing import Final

SUMMARY: Final = """
    SELECT s.id, s.player, s.bank, s.title, s.mode, s.started, s.finished,
           s.asked, s.answered, s.correct, s.score, s.max_score
    FROM session AS s
    {where}
    ORDER BY s.started DESC, s.id DESC
    LIMIT {limit}
"""

# The finished sessions of the same player and bank that began before one.
EARLIER: Final = """
    JOIN session AS this ON s.player = this.player AND s.bank = this.bank
    WHERE this.id = ? AND s.finished IS NOT NULL AND (s.started, s.id) < (this.started, this.id)
"""

# The newest finished session of each bank, and the best: the largest share of right answers, among equals
# the one with more questions. With a single max(), SQLite takes the other columns from the row that holds the
# maximum (https://www.sqlite.org/lang_select.html#bareagg).
NEWEST_SCORES: Final = """
    SELECT bank, correct, asked, count(*), max(started || printf('%019d', id)) FROM session
    WHERE player = ? AND finished IS NOT NULL GROUP BY bank
"""
BEST_SCORES: Final = """
    SELECT bank, correct, asked, max(cast(1e9 * correct / asked AS INTEGER) * 100000 + asked) FROM session
    WHERE player = ? AND finished IS NOT NULL GROUP BY bank
"""

ANSWERS: Final = """
    SELECT a.position, q.question, q.kind, q.skill, a.response, a.correct, a.score, a.certainty, a.seconds,
           a.max_score
    FROM answer AS a
    JOIN asked AS q ON q.session = a.session AND q.position = a.position
    WHERE a.session = ?
    ORDER BY a.position
"""

# Answers of an exam that is not handed in are nobody's business yet.
HISTORY: Final = """
    SELECT q.question, count(*), a.correct, max(a.recorded || printf('%012d', s.id))
    FROM session AS s
    JOIN asked AS q ON q.session = s.id
    JOIN answer AS a ON a.session = q.session AND a.position = q.position
    WHERE s.player = ? AND s.bank = ? AND (s.mode = 'practice' OR s.finished IS NOT NULL)
    GROUP BY q.question
"""

ANSWERED_BY_KIND: Final = """
    SELECT bank, kind, count(*), sum(last_correct) FROM progress
    WHERE player = ? AND bank IN ({banks}) GROUP BY bank, kind
"""
