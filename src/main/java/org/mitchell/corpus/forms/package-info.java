/**
 * Which surface forms count for a word: {@link org.mitchell.corpus.forms.VerbForms} of a verb,
 * {@link org.mitchell.corpus.forms.NounForms} of a noun.
 *
 * <p>English spelling by rule; the words that the rules get wrong stand in the tables beside these
 * classes. The irregular forms include those of WordNet's exception lists, apart from what is
 * archaic or mistaken there, and a form that is another word far more often (opera as the plural of
 * opus), for that word would be counted.
 */
package org.mitchell.corpus.forms;
