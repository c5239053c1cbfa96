package org.mitchell.cli.options;

import java.nio.file.Path;
import java.time.Duration;
import org.mitchell.files.BesideName;
import picocli.CommandLine.Option;

/** How often a long job writes down its state, and whether it goes on from one. */
public final class CheckpointOptions {
  @Option(names = "--resume", description = "go on where a run with the same options was killed")
  private boolean resume;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      description =
          "how often to write down the state that --resume goes on from (default:"
              + " ${DEFAULT-VALUE})")
  private int seconds;

  /**
   * @param seconds between two states, where none are given
   */
  public CheckpointOptions(int seconds) {
    this.seconds = seconds;
  }

  /**
   * @throws UsageException if the seconds are negative
   */
  public void require() {
    if (seconds < 0) {
      throw new UsageException("--checkpoint: got " + seconds + " where seconds are expected");
    }
  }

  public boolean resumes() {
    return resume;
  }

  /** The state of what is to be written there lies beside it. */
  public Checkpointing of(Path out) {
    Path file = out.resolveSibling(BesideName.of(out) + ".checkpoint");
    return new Checkpointing(file, Duration.ofSeconds(seconds), resume);
  }
}
