package org.mitchell.fmri;

import java.util.OptionalDouble;

/**
 * When a presentation was.
 *
 * @param trial its place among all trials of the participant, in the order of time; 0 is the first
 * @param onset seconds from the start of its run, where that is known
 */
public record Moment(int trial, OptionalDouble onset) {}
