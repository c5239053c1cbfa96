package org.mitchell.bids;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which runs of a participant are wanted. What is not given need not be there, or must be one.
 *
 * @param root of the raw dataset, which has the events
 * @param derivatives the folder of preprocessed images; without it one below {@code
 *     root/derivatives}, or the raw images where there is none
 * @param subject the participant's label, without {@code sub-}
 * @param task BIDS's task label
 * @param space the space of the images
 * @param session a label
 * @param run a label
 * @param desc the description of the images
 */
public record BidsQuery(
    Path root,
    Optional<Path> derivatives,
    String subject,
    Optional<String> task,
    Optional<String> space,
    Optional<String> session,
    Optional<String> run,
    Optional<String> desc) {}
