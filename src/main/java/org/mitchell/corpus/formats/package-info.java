/**
 * How texts are stored: compression, formats of corpora, parts that can be read side by side.
 *
 * <p>A {@link org.mitchell.corpus.formats.TextSource} has a {@link
 * org.mitchell.corpus.formats.Layout}, told by its first bytes, and is read as one or several
 * {@link org.mitchell.corpus.formats.Shard}s, each handed out in pieces, which any thread can
 * count.
 */
package org.mitchell.corpus.formats;
