"""The whole path, page in, rows out, beside what one would chain by hand. `python -m bench.path SHARED --peers-python PYTHON`"""
