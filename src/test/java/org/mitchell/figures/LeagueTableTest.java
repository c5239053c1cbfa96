package org.mitchell.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the marks of a league table stand. */
class LeagueTableTest {
  private static final int WIDTH = 670;
  private static final int MARGIN = 20;
  private static final Pattern END = Pattern.compile("x2=\"([-\\d.]+)\"");

  private static double farthest(double high) throws IOException {
    var range = Optional.of(new LeagueTable.Range(-high, high));
    var row = new LeagueTable.Row("a", false, 0.1, range, List.of(0.1), Optional.empty());
    var table = new LeagueTable("t", List.of(row), Optional.empty(), List.of("l"), Theme.LIGHT, 0);
    var svg = new ByteArrayOutputStream();
    table.drawing().writeSvg(svg);
    return END.matcher(svg.toString(StandardCharsets.UTF_8))
        .results()
        .mapToDouble(end -> Double.parseDouble(end.group(1)))
        .max()
        .orElseThrow();
  }

  /** With few participants Student's t goes beyond what an agreement can be. */
  @ParameterizedTest
  @ValueSource(doubles = {0.4, 1, 1.19, 2.84})
  void anIntervalEndsWithinThePicture(double high) throws IOException {
    assertThat(farthest(high)).isLessThanOrEqualTo(WIDTH - MARGIN);
  }

  @Test
  void theAxisEndsAtOneWhereNothingIsMore() throws IOException {
    assertThat(farthest(1)).isEqualTo(WIDTH - MARGIN);
  }
}
