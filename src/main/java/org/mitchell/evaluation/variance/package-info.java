/**
 * How much of the variance of responses to words that a model was not trained on two feature spaces
 * explain, each alone and together.
 */
package org.mitchell.evaluation.variance;
