package org.mitchell.cli.options;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where a long job keeps its state.
 *
 * @param every how long between two states
 * @param resume whether to go on from a state that is there
 */
public record Checkpointing(Path file, Duration every, boolean resume) {
  /**
   * Says that an earlier state will be replaced, or that there is none to go on from.
   *
   * @param exists whether there is one
   * @param job what begins anew: counting
   */
  public void say(boolean exists, String job, CommonOptions common) {
    if (resume && !exists) {
      String begun = Character.toUpperCase(job.charAt(0)) + job.substring(1);
      common.note("nothing to resume: there is no %s. %s anew".formatted(file, begun));
    }
    if (!resume && exists) {
      common.note(
          "%s anew: the state of an unfinished run in %s will be replaced (--resume goes on from it)"
              .formatted(job, file));
    }
  }
}
