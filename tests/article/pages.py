"""An invented web page with an article in it."""

PARAGRAPHS = (
    "The bridge at Ostmole moved by a hand’s breadth on Tuesday, and the town closed it at once.",
    "“It will not move again before the summer is over,” Mara Lindqvist, the chief engineer, told reporters.",
    "Tomas Brandt, a baker on the north bank, said that the ferry was always late in the winter months.",
    "The Harbour Inspection Office (HIO) will publish its own report. The HIO has looked at four bridges.",
)

PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>The bridge that moved | The Ostmole Courier</title>
<meta property="og:title" content="The bridge that moved">
<meta property="og:site_name" content="The Ostmole Courier">
<meta name="author" content="Ada Marrow">
<meta property="article:published_time" content="2025-03-02T10:00:00Z">
<style>body {{ color: red }}</style><script>var tracker = "on";</script></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>The bridge that moved</h1>
<p>{PARAGRAPHS[0].replace("Tuesday", "<b>Tuesday</b>")}</p>
<p>{PARAGRAPHS[1]}</p>
<h2>What it means for the ferry</h2>
<p>{PARAGRAPHS[2]}</p>
<ul><li>The ferry runs every hour.</li><li>The old road is open to lorries.</li></ul>
<p>{PARAGRAPHS[3]}</p>
</article>
<footer><p>All rights reserved. Subscribe to our newsletter.</p></footer></body></html>
"""
