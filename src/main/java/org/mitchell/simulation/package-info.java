/**
 * Participants that never lay in a scanner: responses with a planted truth, to measure what an
 * analysis finds and what it finds wrongly.
 *
 * <p>{@link org.mitchell.simulation.Simulation} says what is planted, {@link
 * org.mitchell.simulation.SimulatedParticipant} holds responses and truth, {@link
 * org.mitchell.simulation.SimulationFiles} writes them in the layout of the CMU participants. All
 * that comes out says SIMULATED.
 */
package org.mitchell.simulation;
