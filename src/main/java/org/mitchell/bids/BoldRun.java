package org.mitchell.bids;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of one run.
 *
 * @param study the name of the dataset, or empty; simulated ones say SIMULATED
 * @param session its label, or empty
 * @param run its label, or empty
 * @param space the label of the images' space, or empty
 * @param bold the images
 * @param events what happened when
 * @param confounds a row a frame
 * @param mask which voxels are brain
 * @param repetitionTime in seconds, where a sidecar says it
 * @param startTime of the first frame in seconds, where a sidecar says it
 */
public record BoldRun(
    String study,
    String session,
    String run,
    String space,
    Path bold,
    RunEvents events,
    Optional<Path> confounds,
    Optional<Path> mask,
    Optional<Double> repetitionTime,
    Optional<Double> startTime) {
  private static final Pattern TASK = Pattern.compile("_task-([A-Za-z0-9]+)_");

  /** How messages call it. */
  String name() {
    String label = run.isEmpty() ? bold.getFileName().toString() : "run " + run;
    return session.isEmpty() ? label : "session " + session + ", " + label;
  }

  /** Its label; 1 where it has none, as the only run of its session. */
  String number() {
    return run.isEmpty() ? "1" : run;
  }

  /** The task in the name of its images; nothing where they name none that BIDS allows. */
  public Optional<String> task() {
    Matcher match = TASK.matcher(bold.getFileName().toString());
    return match.find() ? Optional.of(match.group(1)) : Optional.empty();
  }

  /** Its number, with the session in front where there are sessions. */
  public String label() {
    return session.isEmpty() ? number() : session + "/" + number();
  }
}
