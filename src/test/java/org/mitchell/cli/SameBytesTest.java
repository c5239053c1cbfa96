package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written depends neither on the order that Java gives its sets in this process nor on how
 * the system ends its lines.
 */
class SameBytesTest {
  @TempDir private Path folder;

  @Test
  void fitsAndMapsAreTheSameInEveryProcess() throws Exception {
    var first = written(List.of());
    for (int process = 0; process < 2; process++) {
      assertThat(written(List.of())).isEqualTo(first);
    }
    var lineEndsOfWindows = List.of("-Dline.separator=\r\n");
    assertThat(written(lineEndsOfWindows)).isEqualTo(first);
  }

  /** Every file, but for the lines that tell the time. */
  private Map<String, String> written(List<String> javaOptions) throws Exception {
    Path out = folder.resolve("out");
    for (List<Object> words :
        List.<List<Object>>of(
            List.of("fit", "--subject", "T1", "--data", Ran.T1, "--features", Ran.FEATURES),
            List.of("map", "--subject", "T1", "--data", Ran.T1, "--model", out),
            List.of("predict", "plum", "--subject", "T1", "--model", out))) {
      var all = new ArrayList<>(words);
      all.addAll(List.of("--out", out));
      Programs.java(Programs.thisJava(), javaOptions, all.toArray()).succeeds();
    }
    var files = new TreeMap<String, String>();
    try (var paths = Files.walk(out)) {
      for (Path file : paths.filter(Files::isRegularFile).toList()) {
        files.put(file.toString(), withoutTimes(file));
      }
    }
    return files;
  }

  private static String withoutTimes(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return file.toString().endsWith(".json")
        ? text.replaceAll(
            "(?s)\"(seconds|modified|date|time|created)\"\\s*:\\s*(\\{[^}]*}|[^,\n}]*)", "")
        : text;
  }
}
