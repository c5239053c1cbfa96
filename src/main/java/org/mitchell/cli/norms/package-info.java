/** {@code mitchell norms}: people's ratings of words, predicted from the words' vectors. */
package org.mitchell.cli.norms;
