package org.mitchell.files;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What {@link ForkedJava} runs: {@code write FILE BYTES} or {@code read FILE}. An error is printed
 * and ends it with 1.
 */
final class FileTasks {
  private FileTasks() {}

  public static void main(String[] arguments) {
    try {
      run(Path.of(arguments[1]), arguments);
    } catch (IOException | InputException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void run(Path file, String[] arguments) throws IOException {
    if (arguments[0].equals("read")) {
      try (var in = InputFiles.open(file)) {
        System.out.println(in.readAllBytes().length + " bytes");
      }
    } else {
      OutputSet.writeOne(file, stream -> stream.write(new byte[Integer.parseInt(arguments[2])]));
      System.out.println("written");
    }
  }
}
