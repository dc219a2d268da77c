"""Set pages go in, things to look at come out: so far the text and JSON dump (dump.py)."""
