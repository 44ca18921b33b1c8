"""Tests of the built site in a browser. A package, so that its conftest has a name of its own."""
