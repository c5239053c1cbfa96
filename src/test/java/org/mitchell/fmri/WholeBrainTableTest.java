package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole brain has more voxels than libraries expect columns. */
class WholeBrainTableTest {
  private static final int VOXELS = 70_000;

  @ParameterizedTest
  @ValueSource(strings = {"\t", ",", " "})
  void aRowOfSeventyThousandVoxelsIsRead(String separator, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("P1.txt");
    Files.writeString(file, row("bear", 0, separator) + row("saw", 1, separator));
    Responses responses = ResponsesReader.read(file, "P1", ReadOptions.DEFAULT);
    assertThat(responses.voxels()).isEqualTo(VOXELS);
    assertThat(responses.trial(1, 0)[VOXELS - 1]).isEqualTo(VOXELS);
  }

  private static String row(String word, int first, String separator) {
    return IntStream.range(first, first + VOXELS)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(separator, word + separator, "\n"));
  }
}
