package org.mitchell.corpus;

/**
 * What to count and how: all that a counting core needs to know.
 *
 * @param vocabulary the nouns and verbs
 * @param window how far apart they may stand
 * @param documents what a document is
 */
public record Counting(Vocabulary vocabulary, Window window, DocumentRule documents) {}
