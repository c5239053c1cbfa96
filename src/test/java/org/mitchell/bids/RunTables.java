package org.mitchell.bids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.trials.Event;

/** The tables of a run, one by one, for tests of other rooms. */
public final class RunTables {
  private RunTables() {}

  public static List<Event> events(Path file) throws IOException {
    return EventTable.read(file, Optional.empty(), note -> {});
  }

  public static Map<String, double[]> confounds(Path file, int frames) throws IOException {
    return Confounds.of("csf,trans_x").read(file, frames, note -> {});
  }
}
