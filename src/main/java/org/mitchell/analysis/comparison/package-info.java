/**
 * Rival feature spaces on the same brains: accuracies side by side, and what their differences are
 * worth.
 */
package org.mitchell.analysis.comparison;
