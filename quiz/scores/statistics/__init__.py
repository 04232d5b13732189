"""The formulas: from answers to what they say about a learner or a question, each with its source."""
