/**
 * Which surface forms count for a word: {@link org.mitchell.corpus.forms.VerbForms} of a verb,
 * {@link org.mitchell.corpus.forms.NounForms} of a noun.
 */
package org.mitchell.corpus.forms;
