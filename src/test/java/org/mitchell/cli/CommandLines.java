package org.mitchell.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Runs the commands on standard input, one a line with tabs between its words, in the working
 * folder of this process, which Java cannot change. The status is that of the first that fails.
 */
final class CommandLines {
  private CommandLines() {}

  public static void main(String[] none) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      int status = Mitchell.run(line.split("\t"));
      if (status != 0) {
        System.err.println(line.replace('\t', ' ') + ": exit status " + status);
        System.exit(status);
      }
    }
  }
}
