// Keep one node for each article.
CREATE CONSTRAINT kgbuild_article IF NOT EXISTS
FOR (article:Article) REQUIRE article.id IS UNIQUE
