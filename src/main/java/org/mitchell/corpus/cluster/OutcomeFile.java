package org.mitchell.corpus.cluster;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mitchell.files.InputException;
import org.mitchell.files.OutputSet;

/**
 * What became of a job on its way back from the engine: the result, or what is wrong with the
 * input, so that the user reads the same line as without a cluster. An engine that was stopped or
 * failed otherwise leaves no file.
 */
public final class OutcomeFile {
  private OutcomeFile() {}

  /** The job is done. */
  public static void write(Path file, Serializable result) throws IOException {
    write(file, true, result);
  }

  /** The input cannot be used. */
  public static void write(Path file, InputException problem) throws IOException {
    write(file, false, problem.getMessage());
  }

  /**
   * The result.
   *
   * @throws InputException if there is none because the input cannot be used
   */
  public static <R> R read(Path file, Class<R> type) throws IOException {
    try (var objects = new ObjectInputStream(Files.newInputStream(file))) {
      if (!objects.readBoolean()) {
        throw new InputException((String) objects.readObject());
      }
      return type.cast(objects.readObject());
    } catch (ClassNotFoundException e) {
      throw new IOException(file + ": not what this engine writes: " + e, e);
    }
  }

  private static void write(Path file, boolean done, Serializable value) throws IOException {
    OutputSet.writeOne(
        file,
        stream -> {
          var objects = new ObjectOutputStream(stream);
          objects.writeBoolean(done);
          objects.writeObject(value);
          objects.flush();
        });
  }
}
