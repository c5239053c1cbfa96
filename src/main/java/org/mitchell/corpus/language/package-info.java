/**
 * What makes words of letters that stand beside each other, where a language writes no spaces
 * between its words.
 */
package org.mitchell.corpus.language;
