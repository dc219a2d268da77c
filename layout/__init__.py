"""Banxin 版心: manuscripts and photos go in, a magazine's press-ready PDF comes out."""

__version__ = "0.1.0"
