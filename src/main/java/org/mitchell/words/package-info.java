/**
 * One rule of what makes two written words the same, for corpora, feature tables, responses, word
 * lists and what users type. Knows nothing of the rest.
 */
package org.mitchell.words;
