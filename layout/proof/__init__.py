"""Set pages go in, things to look at come out: the text and JSON dump (dump.py), page templates as SVG (templates.py)."""
