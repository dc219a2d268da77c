"""Set pages go in, things to look at come out: a dump as text or JSON (dump.py), templates as SVG (templates.py)."""
