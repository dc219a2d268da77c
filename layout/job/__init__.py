"""The order of the stages: the only package that knows it. Verbs go in, files and findings come out."""
