"""Answers as files that other programs open: each format turns columns and rows into bytes."""

from symbiosis.exports.formats import FORMATS

__all__ = ["FORMATS"]
