package org.mitchell.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SetAsideTest {
  @Test
  void numbersComeBackAsTheyWere() throws IOException {
    double[][] first = {{1, Double.NaN, -0.0}, {Double.NEGATIVE_INFINITY, 1e-300, 6}};
    double[][] second = {{7}};
    try (var file = SetAside.of("mitchell-test-numbers")) {
      SetAside.Place one = file.add(first);
      SetAside.Place two = file.add(second);
      var again = new double[2][3];
      file.read(one, again);
      assertThat(Arrays.deepEquals(again, first)).isTrue();
      var last = new double[1][1];
      file.read(two, last);
      assertThat(last).isDeepEqualTo(second);
    }
  }

  @Test
  void nothingIsLeftBehind() throws IOException {
    String name = "mitchell-test-left";
    try (var file = SetAside.of(name)) {
      file.add(new double[][] {{1}});
      assertThat(left(name)).hasSize(1);
    }
    assertThat(left(name)).isEmpty();
  }

  @Test
  void aFileThatIsGoneIsSaidWithItsFolder() throws IOException {
    SetAside file = SetAside.of("mitchell-test-gone");
    SetAside.Place place = file.add(new double[][] {{1, 2}});
    file.close();
    assertThatThrownBy(() -> file.read(place, new double[1][2]))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("temporary numbers cannot be read")
        .hasMessageContaining("java.io.tmpdir");
  }

  private static List<Path> left(String name) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith("." + name + "-")).toList();
    }
  }
}
