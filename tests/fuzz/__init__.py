"""Coverage-guided fuzzing, on demand: nothing here is a test that the normal run collects."""
