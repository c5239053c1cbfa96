package org.mitchell.cli.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mitchell.derivatives.BidsName;
import org.mitchell.files.FullPath;
import org.mitchell.files.RunLock;

/**
 * Where a command is going to write. It takes each place before it computes, and has it to its end:
 * another run that would write there too is refused.
 */
public final class RunPlaces implements AutoCloseable {
  private final Supplier<String> command;
  private final Map<Path, RunLock> locks = new LinkedHashMap<>();

  /**
   * @param command says what was typed, for the runs that are refused
   */
  RunPlaces(Supplier<String> command) {
    this.command = command;
  }

  /** Takes the folders of participants in a folder of results. */
  public void takeParticipants(Path results, Collection<String> labels) throws IOException {
    for (String label : labels) {
      takeFolder(BidsName.ofParticipant(results, label));
    }
  }

  /**
   * Takes a folder.
   *
   * @throws IOException if another run has it, or it cannot be written
   */
  public void takeFolder(Path folder) throws IOException {
    Path place = FullPath.of(folder);
    if (!locks.containsKey(place)) {
      locks.put(place, RunLock.ofFolder(folder, command.get()));
    }
  }

  /** As {@link #takeFolder}, a file; a pipe, a terminal or a device is anybody's. */
  public void takeFile(Path file) throws IOException {
    Path place = FullPath.of(file);
    if (!locks.containsKey(place)) {
      Optional<RunLock> lock = RunLock.ofFile(file, command.get());
      if (lock.isPresent()) {
        locks.put(place, lock.get());
      }
    }
  }

  /** Gives all of them up. */
  @Override
  public void close() throws IOException {
    for (RunLock lock : locks.values()) {
      lock.close();
    }
    locks.clear();
  }
}
