/**
 * Files of word vectors as others write them, told by their content: word2vec, GloVe, fastText,
 * Numberbatch, and tables.
 */
package org.mitchell.vectors.files;
