"""Who did what toward whom: how fast, beside spaCy's full pipelines on the same pages. `python -m bench.coding SHARED`"""
