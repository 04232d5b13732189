"""What is remembered: sessions and answers, and what can be said about them."""
