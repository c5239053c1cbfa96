/**
 * What the accuracies of several participants say together: of other participants, of other words,
 * and against chance.
 */
package org.mitchell.evaluation.groups;
