/**
 * How well images could be identified at best: other images of the same words, of the same
 * participant or of others, in the place of a model's predictions.
 */
package org.mitchell.evaluation.ceilings;
