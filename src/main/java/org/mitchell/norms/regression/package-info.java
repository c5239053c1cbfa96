/**
 * Regressions of one value a word on the words' vectors: linear, ridge, and a multilayer
 * perceptron.
 */
package org.mitchell.norms.regression;
