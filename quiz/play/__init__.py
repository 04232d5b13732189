"""Sessions: questions asked one after another, answered, scored and kept."""
