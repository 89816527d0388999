"""Make the graph's rows from readings and judgements, as far as a change touches them.

What is written depends on the current articles and the judgements alone: the rows that
a change leaves behind are those that a build from nothing would give.

1. the articles that go leave the index of names, those that come enter it (``change``);
2. the family names this touches are set right: whether they lean on a full name elsewhere
   (``family_names``);
3. the names this touches are joined anew, each with all that joins can reach from it (``groups``);
4. the articles that bear a name whose entity changed get new mentions and statements
   (``describe``);
5. the entities and edges that these touch are summed up anew (``touched``, ``sums``).
"""
