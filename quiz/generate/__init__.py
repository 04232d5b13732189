"""From an article to a bank: witnesses observe, facts are agreed, kinds propose, gates refuse."""
