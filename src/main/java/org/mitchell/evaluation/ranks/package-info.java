/**
 * Which of many words an image is of: the rank of the right word when it was held out (Mitchell et
 * al. 2008 had 1,001 candidates), and how probable each candidate is.
 *
 * <p>A model predicts the image of every candidate from the candidate's features; candidates are
 * ranked by how alike their predicted images are to the observed one.
 */
package org.mitchell.evaluation.ranks;
