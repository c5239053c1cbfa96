package org.mitchell.corpus.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedRunsTest {
  @TempDir private Path folder;

  @Test
  void manyRunsGiveTheCountsOfOneMap() throws IOException {
    var random = new Random(4);
    var expected = new TreeMap<String, Long>();
    var merged = new TreeMap<String, Long>();
    try (var runs = new SortedRuns(folder)) {
      for (int run = 0; run < 200; run++) {
        var table = new WordTable();
        for (int i = 0; i < 300; i++) {
          String word = "é" + Integer.toString(random.nextInt(1 << random.nextInt(14)), 36);
          byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
          table.add(bytes, bytes.length, run);
          expected.merge(word, (long) run, Long::sum);
        }
        runs.add(table);
        assertThat(table.size()).isZero();
      }
      runs.forEach((word, count) -> merged.put(new String(word, StandardCharsets.UTF_8), count));
    }

    assertThat(merged).isEqualTo(expected);
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
