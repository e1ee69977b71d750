"""The record in a browser: read by anybody on this machine, judged by an analyst."""
