"""The figures read well at any width, as data, and as a page that needs nothing else."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.bank.kinds import KINDS
from quiz.scores import figures_data
from quiz.scores.author import BankItems, FirstAttempt, bank_items
from quiz.scores.data import csv_text
from quiz.scores.learner import FirstAnswer, Practice, Standing, practice, standings, sureness
from quiz.scores.page.plots import skills_plot
from quiz.scores.page.whole import report_page
from quiz.scores.statistics.discernment import discernment
from quiz.scores.statistics.interval import Estimate, wilson
from quiz.scores.store import AskedQuestion, Store
from quiz.scores.text.bars import bar, between, number, percent, scale, seconds
from quiz.scores.text.items import items_report
from quiz.scores.text.practice import calendar
from quiz.scores.text.skills import NOTHING, skills_report
from quiz.visible import width

from .examples import Clock, answer, start

NOW = datetime(2026, 11, 12, 20, tzinfo=UTC)


def answers(
    right: int, of: int, skill: str = "source", kind: str = "speaker", sure: int | None = 2
) -> list[FirstAnswer]:
    return [
        FirstAnswer(kind, skill, "2026-11-12T14:02:00Z", float(n < right), n < right, sure, 8.0)
        for n in range(of)
    ]


def shown(given: list[FirstAnswer], cells: int = 100) -> str:
    return skills_report("ada", standings(given), sureness(given), {}, cells)


@given(st.integers(0, 400), st.integers(1, 400), st.integers(11, 60))
def test_a_bar_has_its_width_and_holds_its_value(right: int, of: int, cells: int) -> None:
    drawn = bar(wilson(min(right, of), of), cells)
    assert len(drawn) == cells
    assert drawn.count("●") == 1
    assert re.fullmatch("·*━*●━*·*", drawn)
    assert width(scale(cells)) == cells
    assert scale(cells).split() == ["0", "50", "100%"]


def test_numbers_are_written_as_people_read_them() -> None:
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == ["0%", "1%", "50%", "99%", "100%"]
    assert between(wilson(7, 10)) == "40–89%"
    assert [number(value) for value in (-0.5, 0.001, -0.001)] == ["−0.50", "0.00", "0.00"]
    assert [seconds(value) for value in (None, 0.2, 8.4, 60, 100)] == [
        "",
        "1 s",
        "8 s",
        "1 min",
        "1 min 40 s",
    ]


def test_a_skill_shows_its_bar_and_its_interval() -> None:
    lines = shown(answers(30, 40)).splitlines()
    (line,) = [line for line in lines if line.startswith("source ")]
    assert "●" in line
    assert "75% (60–86%)" in line
    assert "of 40" in line
    assert "8 s" in line


def test_too_few_answers_are_said_to_be_too_few() -> None:
    text = shown(answers(4, 4, sure=None))
    assert "not enough answers yet (4 of 10)" in text
    assert "100%" not in "".join(line for line in text.splitlines() if line.startswith("source"))
    assert skills_report("ada", [], None, {}, 80) == NOTHING


def test_kinds_with_too_few_answers_are_told_in_one_sentence() -> None:
    given = [*answers(9, 12), *answers(2, 3, kind="quotation"), *answers(1, 4, kind="told_whom")]
    lines = shown(given).splitlines()
    assert [line.split()[0] for line in lines if "●" in line] == ["source", "speaker"]
    assert "Kinds are shown from 10 answers on; so far: quotation 3, told_whom 4." in lines


def test_certainty_is_told_in_words() -> None:
    text = shown(answers(5, 20, sure=3))
    assert "3 high: 25% right of 20 (11–47%), it pays at 80 to 100%: too sure" in text
    assert "mean mark −3.75" in text
    assert "Certainty" not in shown(answers(5, 20, sure=None))


@pytest.mark.parametrize(
    ("hits", "alarms", "said"),
    [
        (20, 20, "called a source's statement too often"),
        (1, 0, "called the article's own voice too often"),
        (18, 2, "told apart well"),
        (10, 10, "not told apart so far"),
    ],
)
def test_a_habit_of_calling_everything_the_same_is_told(hits: int, alarms: int, said: str) -> None:
    called = [(True, n < hits) for n in range(20)] + [(False, n < alarms) for n in range(20)]
    given = answers(3, 12)
    text = skills_report("ada", standings(given), None, {"claim_or_fact": discernment(called)}, 200)
    assert said in text


def test_pauses_are_told() -> None:
    slow = [FirstAnswer("speaker", "source", "2026-11-12T14:02:00Z", 1.0, True, None, 900.0)]
    assert "one answer of more than 5 minutes" in shown([*answers(9, 12), *slow])


def test_the_calendar_has_a_sign_for_a_day_and_words_for_the_signs() -> None:
    found = practice(
        [("2026-11-09T10:00Z", 3), ("2026-11-10T10:00Z", 60)], datetime(2026, 11, 11, tzinfo=UTC), UTC
    )
    lines = calendar(found, date(2026, 11, 11), 40).splitlines()
    assert lines[0].split() == ["Aug", "Sep", "Oct", "Nov"]
    assert [line.split()[-1] for line in lines[1:4]] == ["░", "█", "·"]
    assert len(lines[4].split()) == len(lines[3].split()) - 1  # Thursday is still to come
    assert "Practised on 2 days, 63 answers. 2 days in a row until now." in " ".join(lines)
    assert calendar(Practice({}, 0, 0), date(2026, 11, 11), 40).startswith("No practice yet.")


def items(text: str = "Option", count: int = 14) -> BankItems:
    options = [{"text": text + " K", "correct": True}, {"text": text + " A"}, {"text": text + " B"}]
    question = json.dumps({"type": "choice", "prompt": text + "?", "options": options})
    given = [
        FirstAttempt(f"p{n}", q, "speaker", float(n % 3 > 0), f"{text} {'K' if n % 3 else 'A'}", "s")
        for q in ("q1", "q2", text)
        for n in range(count)
    ]
    return bank_items("bank", given, {"s": question})


def test_a_question_shows_its_figures_and_its_options() -> None:
    text = items_report(items(), "The bridge", 100)
    assert "n 14, rough; facility 64% (39–84%); discrimination 1.00" in text
    assert "key “Option K” 64% (39–84%), rest score 100%" in text
    assert "wrong “Option A” 36% (16–61%), rest score 0%, works" in text
    assert "blind guessing earns 33%" in text
    assert "not enough answers yet (3 of 10)" in items_report(items(count=3), "The bridge", 100)


HOSTILE = st.text(
    alphabet=st.sampled_from("ab \x1b\x07\x9b\u202e\u2066\u200b\u2028\r\n\t\ud83d字👩e\u0301[/]<&\"'=")
    | st.characters(),
    max_size=40,
)


@settings(deadline=None, max_examples=60)
@given(text=HOSTILE, cells=st.integers(20, 130))
def test_no_line_is_too_wide_and_none_steers_the_terminal(text: str, cells: int) -> None:
    given = answers(8, 12, skill=text or "x", kind=text or "y")
    called = discernment([(True, True)] * 9 + [(False, False)] * 9)
    reports = [
        skills_report(text, standings(given), sureness(given), {"checkable": called}, cells),
        items_report(items(text), text, cells),
        calendar(practice([("2026-11-09T10:00Z", 3)], NOW, UTC), NOW.date(), cells),
    ]
    for line in "\n".join(reports).split("\n"):
        assert width(line) <= cells
        assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in line)
        assert "\u202e" not in line


def test_skills_as_data_hide_what_is_not_enough() -> None:
    given = [*answers(30, 40), *answers(3, 4, "detail", "number")]
    called = {"checkable": discernment([(True, True)])}
    data = json.loads(figures_data.skills_json("ada", standings(given), sureness(given), called))
    detail, source = data["skills"]
    assert (detail["name"], detail["n"], detail["right"], detail["lately"]) == ("detail", 4, None, None)
    assert source["right"]["value"] == 0.75
    assert source["kinds"][0]["name"] == "speaker"
    assert data["certainty"]["levels"][0]["certainty"] == 2
    assert data["discernment"]["checkable"]["sensitivity"] is None
    rows = list(csv.DictReader(io.StringIO(figures_data.skills_csv(standings(given)))))
    assert [(row["skill"], row["kind"], row["n"], row["right"]) for row in rows] == [
        ("detail", "", "4", ""),
        ("detail", "number", "4", ""),
        ("source", "", "40", "0.75"),
        ("source", "speaker", "40", "0.75"),
    ]


def test_items_as_data_hide_what_is_not_enough() -> None:
    data = json.loads(figures_data.items_json(items()))
    assert data["questions"][0]["facility"]["value"] == pytest.approx(9 / 14)
    assert data["questions"][0]["options"][1]["works"] is True
    few = json.loads(figures_data.items_json(items(count=4)))
    assert [few["questions"][0][name] for name in ("n", "facility", "options")] == [4, None, []]
    (row, *_) = csv.DictReader(io.StringIO(figures_data.items_csv(items(count=4))))
    assert (row["n"], row["facility"], row["efficiency"]) == ("4", "", "")


@pytest.mark.parametrize("sign", list("=+-@＝＋－＠"))
@pytest.mark.parametrize("before", ["", "\t", "\r", " \n", "\u200b", "\ufeff"])
def test_no_cell_is_a_formula(sign: str, before: str) -> None:
    text = csv_text(("cell", "number"), [{"cell": f"{before}{sign}1+1", "number": -1}])
    ((cell, value),) = list(csv.reader(io.StringIO(text)))[1:]
    assert cell.startswith("'")
    assert value == "-1"


def test_practice_as_data_has_the_days() -> None:
    found = practice([("2026-11-09T10:00Z", 3)], NOW, UTC)
    assert json.loads(figures_data.practice_json("ada", found))["days"] == {"2026-11-09": 3}
    assert figures_data.practice_csv(found) == "day,answers\n2026-11-09,3\n"


class Page(HTMLParser):
    """Collects what a page holds and checks that every tag is closed in its turn."""

    VOID = frozenset({"meta", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text.append(data)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "scores.db", Clock()) as store:
        yield store


def played(store: Store, text: str = "The bridge that moved", player: str = "ada") -> str:
    texts = ("As a statement by a source it names", "In the article's own voice")
    options = [{"text": option, "correct": option == texts[0]} for option in texts]
    statement = json.dumps({"type": "choice", "prompt": text, "options": options})
    questions = [AskedQuestion(f"q-{n}", "claim_or_fact", "statement", statement) for n in range(12)]
    questions += [AskedQuestion(f"{text}-{n}", text, text, "{}") for n in range(12)]
    session = store.begin(start(title=text, player=player, questions=questions))
    for n in range(24):
        store.record(session, answer(n, correct=n % 3 > 0, response=texts[n % 3 > 0]))
    store.finish(session)
    store.begin(start(2, player=player, title=text))
    return report_page(store, player, NOW, UTC)


def test_the_page_says_what_there_is(store: Store) -> None:
    page = Page(played(store))
    text = " ".join(page.text)
    for said in (
        "Reading the news: ada",
        "statement",
        "Certainty",
        "Days of practice",
        "16 of 24",
        "unfinished, 0 of 2",
    ):
        assert said in text
    assert [tag for tag, _ in page.tags].count("svg") >= 4


def test_the_page_needs_nothing_from_elsewhere(store: Store) -> None:
    source = played(store)
    page = Page(source)
    assert not {tag for tag, _ in page.tags} & {
        "script",
        "link",
        "img",
        "iframe",
        "object",
        "base",
        "a",
        "form",
    }
    for _, attributes in page.tags:
        assert not set(attributes) & {"src", "href", "srcset", "action", "style", "onload", "onclick"}
    assert "@import" not in source
    assert re.findall(r"url\(([^)]*)\)", source) == ["#hatch"]
    assert not re.search(r"https?://", source)


def test_every_plot_has_a_title_and_axes_with_units(store: Store) -> None:
    plots = re.findall(r"<svg.*?</svg>", played(store), re.DOTALL)
    for plot in plots:
        root = ElementTree.fromstring(plot)
        (title, *_) = root.iter("title")
        assert title.text
        texts = [element.text or "" for element in root.iter("text")]
        assert "100%" in texts or "Answers a day:" in texts
        if "answers to new questions" in texts:
            assert "1" in texts
        size = [float(value) for value in root.attrib["viewBox"].split()]
        for element in root.iter():
            for name in ("x", "x1", "x2", "cx"):
                assert 0 <= float(element.attrib.get(name, 0)) <= size[2]
            for name in ("y", "y1", "y2", "cy"):
                assert 0 <= float(element.attrib.get(name, 0)) <= size[3]


def test_no_word_of_a_plot_leaves_it_or_lies_over_another(store: Store) -> None:
    right = Estimate(1.0, 0.78, 1.0, 14)
    few = Estimate(0.5, 0.1, 0.9, 5)
    kinds = tuple(Standing(kind, right, right, None, 0) for kind in KINDS)
    skills = [Standing("statement", right, right, None, 0, kinds), Standing("source", few, few, None, 0)]
    plots = [skills_plot(skills), *re.findall(r"<svg.*?</svg>", played(store), re.DOTALL)]
    for plot in plots:
        root = ElementTree.fromstring(plot)
        (_, _, wide, high) = map(float, root.attrib["viewBox"].split())
        boxes: list[tuple[float, float, float]] = []
        for element in root.iter("text"):
            x, y = float(element.attrib["x"]), float(element.attrib["y"])
            cells = len(element.text or "") * 6.4  # a sans serif of 12 pixels, on the average
            start = x - {"end": cells, "mid": cells / 2}.get(element.attrib.get("class", ""), 0)
            assert start >= -4 and start + cells <= wide + 4 and 9 <= y <= high, element.text
            assert not any(
                abs(y - other) < 9 and start < end and begin < start + cells for begin, end, other in boxes
            ), element.text
            boxes.append((start, start + cells, y))
        dots = [(float(dot.attrib["cx"]), float(dot.attrib["cy"])) for dot in root.iter("circle")]
        for x, y in dots:
            assert not any(begin < x + 3 and x - 3 < end and abs(y + 4 - at) < 3 for begin, end, at in boxes)


@settings(deadline=None, max_examples=40)
@given(text=HOSTILE)
def test_text_is_text_in_the_page(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    with Store.open(tmp_path_factory.mktemp("page") / "s.db", Clock()) as store:
        hostile = f"</title><script>alert(1)</script>\"'{text}"
        source = played(store, hostile, hostile)
    page = Page(source)
    assert "script" not in {tag for tag, _ in page.tags}
    source.encode("utf-8")
    assert not any(unicodedata.category(sign) == "Cc" and sign != "\n" for sign in source)
    for plot in re.findall(r"<svg.*?</svg>", source, re.DOTALL):
        ElementTree.fromstring(plot)


def test_a_page_about_nobody_is_a_page(store: Store) -> None:
    assert "No sessions yet." in " ".join(Page(report_page(store, "nobody", NOW, UTC)).text)


def test_a_page_of_a_long_history_lists_the_newest_sessions(store: Store) -> None:
    for _ in range(101):
        store.begin(start(1))
    page = Page(report_page(store, "ada", NOW, UTC))
    assert "The newest 100." in page.text
    assert [tag for tag, _ in page.tags].count("tr") == 101


def test_the_calendar_of_the_page_ends_today(store: Store) -> None:
    later = report_page(store, "ada", NOW, UTC)
    assert "Days of practice" not in later
    played(store)
    found = report_page(store, "ada", NOW + timedelta(days=3), UTC)
    assert "<title>2026-11-12: 24</title>" in found
    assert any(tag == "svg" and "53 weeks" in str(a.get("aria-label")) for tag, a in Page(found).tags)
