package org.mitchell.analysis.power;

/**
 * An experiment as far as its participants are alike.
 *
 * @param words how many words are shown
 * @param presentations how often each
 * @param signalToNoise see {@link org.mitchell.simulation.Simulation#signalToNoise()}
 */
public record Condition(int words, int presentations, double signalToNoise) {}
