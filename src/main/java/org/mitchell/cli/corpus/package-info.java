/** {@code corpus} and what is below it: counts of words in texts. */
package org.mitchell.cli.corpus;
