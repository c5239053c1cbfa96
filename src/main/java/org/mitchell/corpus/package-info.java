/**
 * Text in, co-occurrence counts out: what is counted and how ({@link
 * org.mitchell.corpus.Counting}), and what comes out ({@link org.mitchell.corpus.Cooccurrences}).
 *
 * <p>The folders below: {@code forms}, English inflections; {@code scan}, the counting core; {@code
 * formats}, how texts are stored; {@code local} and {@code cluster}, the engines; {@code words},
 * all words of a corpus; {@code wordnet}, the built-in one.
 *
 * <p>A package of the library's API.
 */
package org.mitchell.corpus;
