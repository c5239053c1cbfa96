/** Pictures of words: where they lie in a feature space, and how alike they are. */
package org.mitchell.figures.words;
