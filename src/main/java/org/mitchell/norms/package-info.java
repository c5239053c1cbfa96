/**
 * What vectors know of words: people's ratings of words (norms), predicted from the words' vectors,
 * how well that goes for words that are left out, and values for words that nobody rated.
 */
package org.mitchell.norms;
