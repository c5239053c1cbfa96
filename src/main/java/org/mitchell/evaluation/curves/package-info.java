/**
 * How the accuracy depends on what an analysis was given: on the number of training words, on each
 * option, and on the single word.
 */
package org.mitchell.evaluation.curves;
