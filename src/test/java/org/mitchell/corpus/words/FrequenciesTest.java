package org.mitchell.corpus.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrequenciesTest {
  @Test
  void wordsInMemoryCountBesideThoseThatWereWritten(@TempDir Path folder) throws IOException {
    try (var frequencies = new Frequencies(folder)) {
      var first = frequencies.newCounter();
      read(first, "a bird sang a song");
      first.end(); // as a full table goes to a file
      read(first, "A bird flew");
      read(frequencies.newCounter(), "the bird");
      assertThat(frequencies.all())
          .hasSize(6)
          .containsEntry("a", 3L)
          .containsEntry("bird", 3L)
          .containsEntry("sang", 1L)
          .containsEntry("song", 1L)
          .containsEntry("flew", 1L)
          .containsEntry("the", 1L);
    }
  }

  private static void read(WordCounter counter, String text) {
    byte[] bytes = (text + ' ').getBytes(StandardCharsets.UTF_8);
    counter.text(bytes, 0, bytes.length);
  }
}
