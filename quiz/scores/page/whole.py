"""The whole page: what is said, and around it what makes it a page that needs nothing from elsewhere."""

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Final

from quiz.scores.learner import TWO_WAY, FirstAnswer, practice, standings, sureness
from quiz.scores.page.plots import calendar_plot, levels_plot, skills_plot, text, trend_plot
from quiz.scores.records import SessionSummary
from quiz.scores.report import MONTHS, percent, points
from quiz.scores.statistics.discernment import discernment
from quiz.scores.statistics.interval import ENOUGH
from quiz.scores.statistics.trend import trend_points
from quiz.scores.store import Store
from quiz.scores.text.bars import number, seconds
from quiz.scores.text.practice import runs_in_words
from quiz.scores.text.skills import LEVELS, discernment_in_words, few_in_words

SESSIONS: Final = 100
"""How many of the newest sessions the page lists."""

_MOST_POINTS: Final = 300

_STYLE: Final = """
:root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fff;--quiet:#5c5c5c;--rule:#d5d5d5;--blue:#1f5fa8;
--band:#1f5fa833}
@media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--paper:#161616;--quiet:#a6a6a6;--rule:#3c3c3c;
--blue:#7fb4f0;--band:#7fb4f033}}
*{box-sizing:border-box}
body{font:16px/1.5 Georgia,'Times New Roman',serif;color:var(--ink);background:var(--paper);max-width:40rem;
margin:0 auto;padding:2rem 1rem}
h1{font-size:1.8rem;line-height:1.2;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:2.25rem 0 .5rem;border-top:2px solid var(--ink);padding-top:.5rem}
h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.25rem 0 .75rem}
.quiet{color:var(--quiet);fill:var(--quiet)}
figure{margin:0 0 1rem}
figcaption{font-size:.85rem;color:var(--quiet)}
svg{width:100%;max-width:40rem;height:auto;font:12px system-ui,sans-serif;fill:var(--ink)}
.scroll{overflow-x:auto}
svg .grid{stroke:var(--rule)}svg .line{stroke:var(--blue);stroke-width:2;fill:none}
svg .dot{fill:var(--blue)}svg .band{fill:var(--band)}
svg .fits{fill:url(#hatch);stroke:var(--quiet);stroke-dasharray:3 3}
svg .skill{font-weight:600}svg .end{text-anchor:end}svg .mid{text-anchor:middle}
svg .day0{fill:var(--rule)}svg .day1,svg .day2,svg .day3,svg .day4{fill:var(--blue)}
table{border-collapse:collapse;width:100%;font:.85rem/1.4 system-ui,sans-serif}
th,td{text-align:left;padding:.25rem .5rem;border-bottom:1px solid var(--rule);vertical-align:top}
th,td{white-space:nowrap}th{border-bottom-color:var(--ink)}.num{text-align:right}
.bank{white-space:normal;overflow-wrap:anywhere}
@media(max-width:36rem){th,td{padding:.25rem .2rem;font-size:.78rem}th{white-space:normal}
.sessions thead{display:none}
.sessions tr{display:block;padding:.4rem 0;border-bottom:1px solid var(--rule)}
.sessions td{display:inline-block;border:0;padding:0 .9rem 0 0}.sessions .bank{display:block;font-weight:600}
.sessions [data-is]::before{content:attr(data-is) ' '}}
@media print{:root{--ink:#000;--paper:#fff;--quiet:#444;--rule:#bbb;--blue:#164a85;--band:#164a8533}
body{max-width:none;padding:0;font-size:11pt}h2,h3{break-after:avoid}figure,tr{break-inside:avoid}
thead{display:table-header-group}svg{max-width:13.5cm}h2+p{break-after:avoid}@page{margin:18mm}}
"""


def report_page(store: Store, player: str, now: datetime, zone: tzinfo | None = None) -> str:
    """Return the page about a player as HTML; ``now`` is when it was made, ``zone`` that of all times."""
    answers = store.first_answers(player)
    summaries = store.sessions(player, SESSIONS + 1)
    days = practice(store.practice_times(player), now, zone)
    sides = {kind: discernment(called) for kind, called in store.two_way_answers(player).items()}
    today = now.astimezone(zone)
    title = f"Reading the news: {player}"
    body: list[str] = [f"<h1>{text(title)}</h1>", f'<p class="quiet">Made on {_day(today)} by quiz.</p>']
    if not summaries:
        body.append("<p>No sessions yet. Play a quiz, and its score will be here.</p>")
    if answers:
        body += _skills(answers)
        body += _certainty(answers)
    if sides:
        body.append("<h2>Telling two kinds of statement apart</h2>")
        for kind, found in sides.items():
            _, first, second = TWO_WAY[kind]
            body.append(f"<h3>{text(f'{first} and {second}'.capitalize())}</h3>")
            body.append(f"<p>{text(discernment_in_words(kind, found).capitalize())}.</p>")
    if days.days:
        body += ["<h2>Days of practice</h2>", f"<p>{text(runs_in_words(days))}</p>"]
        body.append(
            _figure(calendar_plot(days, today.date()), "A square is a day; the larger, the more answers.")
        )
    if summaries:
        body += _sessions(summaries, zone)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{text(title)}</title><style>{_STYLE}</style></head>\n<body>\n"
        + "\n".join(body)
        + "\n</body></html>\n"
    )


def _skills(answers: Sequence[FirstAnswer]) -> Iterator[str]:
    found = standings(answers)
    yield "<h2>Skills</h2>"
    yield (
        f"<p>Only the first answer to each question counts: {len(answers)} so far. A skill is shown from "
        f"{ENOUGH} answers on. The line through a point is the interval that holds the true share in 95 of "
        "100 cases.</p>"
    )
    yield _figure(skills_plot(found), "Share right, in percent. Squares are skills, circles their kinds.")
    few = few_in_words(found)
    if few:
        yield f'<p class="quiet">{text(few)}</p>'
    yield (
        '<div class="scroll"><table><thead><tr><th>Skill</th><th class="num">Answers</th>'
        '<th class="num">Right</th><th class="num">Lately</th><th class="num">Median time</th>'
        '<th class="num">Pauses</th></tr></thead><tbody>'
    )
    for skill in found:
        enough = skill.right.enough
        right = f"{skill.right.value:.0%}" if enough else "–"
        lately = f"{skill.now.value:.0%}" if enough else "–"
        yield (
            f'<tr><td>{text(skill.name)}</td><td class="num">{skill.right.n:g}</td>'
            f'<td class="num">{right}</td><td class="num">{lately}</td>'
            f'<td class="num">{seconds(skill.median) or "–"}</td>'
            f'<td class="num">{skill.pauses}</td></tr>'
        )
    yield "</tbody></table></div>"
    yield (
        '<p class="quiet">“Lately” is the mean mark in which the newest answers weigh most. Answers of more '
        "than 5 minutes are counted as pauses and left out of the time.</p>"
    )
    for skill in found:
        if not skill.right.enough:
            continue
        marks = [answer.share for answer in answers if answer.skill == skill.name]
        drawn = trend_points(marks, max(1, len(marks) // _MOST_POINTS))
        yield f"<h3>{text(skill.name.capitalize())}, over time</h3>"
        yield _figure(trend_plot(drawn, skill.name), "Mean mark lately, in percent, with its 95% interval.")


def _certainty(answers: Sequence[FirstAnswer]) -> Iterator[str]:
    sure = sureness(answers)
    if sure is None:
        return
    yield "<h2>Certainty</h2>"
    yield (
        f"<p>The mean mark of {sure.answers} answers is {number(sure.mean)}, on a scale from −6 to 3: a "
        "right answer earns 1, 2 or 3 at low, medium or high certainty, a wrong one 0, −2 or −6.</p>"
    )
    yield _figure(
        levels_plot(sure.levels),
        "Share right at each certainty, in percent; a hatched box is where that certainty pays.",
    )
    said = [f"{LEVELS[level.certainty]} certainty: {level.verdict}" for level in sure.levels if level.verdict]
    if said:
        yield f"<p>{text('; '.join(said).capitalize())}.</p>"


def _sessions(summaries: Sequence[SessionSummary], zone: tzinfo | None) -> Iterator[str]:
    yield "<h2>Sessions</h2>"
    if len(summaries) > SESSIONS:
        yield f"<p>The newest {SESSIONS}.</p>"
    yield (
        '<div class="scroll"><table class="sessions"><thead><tr><th>When</th><th>Bank</th><th>Mode</th>'
        '<th class="num">Right</th><th class="num">Points</th><th class="num">Share</th></tr></thead><tbody>'
    )
    for summary in summaries[:SESSIONS]:
        when = datetime.fromisoformat(summary.started).astimezone(zone)
        if summary.finished is None:
            result = f'<td colspan="3">unfinished, {summary.answered} of {summary.asked} answered</td>'
        else:
            reached = f"{points(summary.score)} of {points(summary.max_score)}"
            result = (
                f'<td class="num" data-is="right">{summary.correct} of {summary.asked}</td>'
                f'<td class="num" data-is="points">{reached}</td>'
                f'<td class="num">{percent(summary.score, summary.max_score)}%</td>'
            )
        yield (
            f'<tr><td>{_day(when)} {when:%H:%M}</td><td class="bank">{text(summary.title)}</td>'
            f"<td>{summary.mode}</td>{result}</tr>"
        )
    yield "</tbody></table></div>"


def _figure(svg: str, caption: str) -> str:
    hatch = (
        '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="currentColor" '
        'stroke-opacity=".35"/></pattern></defs>'
    )
    if "fits" in svg:
        svg = svg.replace("</title>", f"</title>{hatch}", 1)
    return f"<figure>{svg}<figcaption>{text(caption)}</figcaption></figure>"


def _day(when: datetime) -> str:
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"
