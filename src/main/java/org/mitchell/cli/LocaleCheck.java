package org.mitchell.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the words of the command line arrived as they were typed. In a locale without letters
 * beyond ASCII Java puts question marks in their place, which would be other files and other words.
 */
final class LocaleCheck {
  private static final Path TYPED = Path.of("/proc/self/cmdline");

  private LocaleCheck() {}

  /** Whether letters were lost; false where the system does not say what was typed. */
  static boolean lostLetters() {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    boolean onlyAscii =
        Charset.isSupported(encoding)
            && Charset.forName(encoding).equals(StandardCharsets.US_ASCII);
    return onlyAscii && typedBeyondAscii();
  }

  private static boolean typedBeyondAscii() {
    try {
      for (byte letter : Files.readAllBytes(TYPED)) {
        if (letter < 0) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
