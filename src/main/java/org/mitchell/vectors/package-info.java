/**
 * Words as vectors: the vectors of a vocabulary; below, the files that hold them, how they are
 * trained from text, and what they are asked.
 */
package org.mitchell.vectors;
