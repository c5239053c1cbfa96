/** The built-in corpus. */
package org.mitchell.corpus.wordnet;
