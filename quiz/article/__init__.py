"""An article and its parts: read from a file, every offset an index into the raw text."""

from quiz.article.model import Article, Block, BlockKind
from quiz.article.reading import ArticleError, article_from_text, read_article

__all__ = ["Article", "ArticleError", "Block", "BlockKind", "article_from_text", "read_article"]
