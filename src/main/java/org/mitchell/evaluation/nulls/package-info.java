/**
 * What the evaluation gives when there is nothing to find: permutations of the words, features
 * without meaning, random sets of words; and what an observed figure is worth beside them.
 */
package org.mitchell.evaluation.nulls;
