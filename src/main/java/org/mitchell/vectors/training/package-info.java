/**
 * Word vectors trained from text, after word2vec (Mikolov et al. 2013): CBOW and skip-gram, with
 * negative sampling and hierarchical softmax; the same vectors for the same seed, whatever the
 * number of threads.
 */
package org.mitchell.vectors.training;
