"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("detente", deadline=None)  # machines are noisy: no property is about time
settings.load_profile("detente")
