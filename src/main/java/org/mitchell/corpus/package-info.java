/**
 * Text in, co-occurrence counts out: tokens, word forms, where text is found, and the counting
 * itself.
 *
 * <p>{@link org.mitchell.corpus.TextCounter} is the core: confined to one thread, merged by
 * addition, run here by {@link org.mitchell.corpus.CooccurrenceCounter} on the threads of one
 * machine. Other engines run the same core; other formats become a {@link
 * org.mitchell.corpus.TextSource}.
 */
package org.mitchell.corpus;
