"""Our reader of pages beside its peers, on the same public pages in the same run: `python -m bench.pages SHARED_DIR`."""
