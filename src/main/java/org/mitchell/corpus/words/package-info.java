/** The words of a corpus and how often each comes, exactly, in memory that does not grow. */
package org.mitchell.corpus.words;
