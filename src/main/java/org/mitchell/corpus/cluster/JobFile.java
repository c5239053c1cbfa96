package org.mitchell.corpus.cluster;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mitchell.files.InputException;
import org.mitchell.files.OutputSet;
import org.mitchell.provenance.BuildInfo;

/**
 * A {@link ClusterJob} on its way from the command line to the engine, which are two jars: the file
 * names the build that wrote it, and only the same build reads it.
 */
public final class JobFile {
  private JobFile() {}

  public static void write(Path file, ClusterJob<?> job) throws IOException {
    write(file, job, BuildInfo.current());
  }

  /**
   * @throws InputException if another build wrote the file; the message says how to mend that
   */
  public static ClusterJob<?> read(Path file) throws IOException {
    return read(file, BuildInfo.current());
  }

  static void write(Path file, ClusterJob<?> job, BuildInfo build) throws IOException {
    OutputSet.writeOne(
        file,
        stream -> {
          var objects = new ObjectOutputStream(stream);
          objects.writeUTF(name(build));
          objects.writeObject(job);
          objects.flush();
        });
  }

  static ClusterJob<?> read(Path file, BuildInfo build) throws IOException {
    try (var objects = new ObjectInputStream(Files.newInputStream(file))) {
      String writer = objects.readUTF();
      if (!writer.equals(name(build))) {
        throw otherBuild(file, "mitchell is " + writer + ", mitchell-spark.jar " + name(build));
      }
      return (ClusterJob<?>) objects.readObject();
    } catch (InvalidClassException | ClassNotFoundException e) {
      // The same commit may be built twice, with changes that are not committed.
      throw otherBuild(file, "mitchell and mitchell-spark.jar differ: " + e);
    }
  }

  private static String name(BuildInfo build) {
    return build.version() + " (commit " + build.commit() + ")";
  }

  private static InputException otherBuild(Path file, String difference) {
    return InputException.in(
        file,
        difference
            + ". Build both anew: mvn -DskipTests package, then mvn -Pspark -DskipTests package");
  }
}
