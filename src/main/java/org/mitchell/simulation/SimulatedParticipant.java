package org.mitchell.simulation;

import org.mitchell.fmri.Responses;

/**
 * A participant who was never scanned.
 *
 * @param simulation what the participant was made of
 * @param responses words x presentations x voxels, percent signal change; the study says SIMULATED
 * @param truth what was planted
 */
public record SimulatedParticipant(
    Simulation simulation, Responses responses, PlantedTruth truth) {}
