/**
 * What can be predicted of a word's image without knowing the word: the images of trials that were
 * near to its own in time.
 */
package org.mitchell.evaluation.leaks;
