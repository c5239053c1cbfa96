/**
 * One rule of what makes two written words the same, for corpora, feature tables, responses, word
 * lists and what users type, and of how one is found among others.
 */
package org.mitchell.words;
