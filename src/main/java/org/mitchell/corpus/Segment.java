package org.mitchell.corpus;

/**
 * What a piece of text, cut anywhere between two tokens, leaves to be settled with its neighbours.
 *
 * @param tokens how many tokens the piece has
 * @param documents how many documents have a token in it
 * @param startsWithin whether there are tokens before its first document boundary
 * @param closed whether it has a document boundary at all
 * @param endsWithin whether there are tokens after its last document boundary
 * @param head the hits of its beginning whose pairs are not counted yet
 * @param tail the hits of its end, head excepted, that tokens of the next piece may meet
 */
record Segment(
    long tokens,
    long documents,
    boolean startsWithin,
    boolean closed,
    boolean endsWithin,
    Hits head,
    Hits tail) {}
