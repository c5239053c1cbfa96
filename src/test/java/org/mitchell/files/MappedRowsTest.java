package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MappedRowsTest {
  /** Rows of 40 MB, of which six are mapped together. */
  @Test
  void rowsComeBackAsTheyWereFromSeveralMaps() {
    int length = 10_000_000;
    var kept = new ArrayList<FloatBuffer>();
    try (var rows = MappedRows.of("mitchell-test-rows", 8, length)) {
      for (int r = 0; r < 8; r++) {
        var row = new float[length];
        row[0] = r;
        row[length - 1] = -r - 0.5f;
        kept.add(rows.add(row));
      }
    }
    for (int r = 0; r < 8; r++) {
      assertThat(kept.get(r).capacity()).isEqualTo(length);
      assertThat(kept.get(r).get(0)).isEqualTo(r);
      assertThat(kept.get(r).get(length - 1)).isEqualTo(-r - 0.5f);
    }
  }

  @Test
  void rowsMayBeChangedAndReadWhenTheFileHasNoNameAnyMore() throws IOException {
    String name = "mitchell-test-nameless";
    FloatBuffer one;
    FloatBuffer two;
    try (var rows = MappedRows.of(name, 2, 3)) {
      one = rows.add(new float[] {1, Float.NaN, -0.0f});
      two = rows.add(new float[] {4, 5, 6});
      assertThat(left(name)).hasSize(1);
    }
    assertThat(left(name)).isEmpty();
    one.put(1, 7);
    assertThat(List.of(one.get(0), one.get(1), two.get(0))).containsExactly(1f, 7f, 4f);
    assertThat(Float.floatToRawIntBits(one.get(2))).isEqualTo(Float.floatToRawIntBits(-0.0f));
  }

  @Test
  void moreThanTheDiskHasIsRefusedWithBoth() {
    assertThatThrownBy(() -> MappedRows.of("mitchell-test-room", 1L << 40, 1000))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("temporary numbers cannot be written (4,194,304,000 MB")
        .hasMessageContaining("where there is room for ")
        .hasMessageContaining("java.io.tmpdir");
  }

  private static List<Path> left(String name) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith("." + name + "-")).toList();
    }
  }
}
