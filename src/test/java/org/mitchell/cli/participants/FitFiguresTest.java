package org.mitchell.cli.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.cli.Ran;
import tools.jackson.databind.JsonNode;

/**
 * Every option of the model, through the command line, against figures of an independent program.
 */
class FitFiguresTest {
  @TempDir private Path folder;

  static Stream<Arguments> configurations() throws IOException {
    JsonNode all = Ran.json(Ran.ANALYSIS.resolve("expected.json")).path("configurations");
    return StreamSupport.stream(all.spliterator(), false)
        .filter(configuration -> configuration.path("presentations").isString())
        .map(c -> Arguments.of(name(c), c));
  }

  private static String name(JsonNode c) {
    return Stream.of(
            "participant", "features", "preset", "scale", "ridge", "voxels", "metric", "match")
        .map(key -> c.path(key).asString())
        .reduce((a, b) -> a + " " + b)
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configurations")
  void theCountsAreThoseOfRefittingEveryFold(String name, JsonNode expected) {
    String subject = expected.path("participant").asString();
    JsonNode json =
        Ran.mitchell(
                "fit",
                "--subject",
                subject,
                "--data",
                Ran.ANALYSIS.resolve("data-science-" + subject + ".mat"),
                "--features",
                Ran.ANALYSIS.resolve(expected.path("features").asString()),
                "--preset",
                expected.path("preset").asString(),
                "--scale",
                expected.path("scale").asString(),
                "--ridge",
                expected.path("ridge").asString(),
                "--voxels",
                expected.path("voxels").asString(),
                "--metric",
                expected.path("metric").asString(),
                "--match",
                expected.path("match").asString(),
                "--out",
                folder,
                "--few-words",
                "--json",
                "--quiet")
            .succeeds()
            .json();
    assertThat(json.path("pairs").asInt()).isEqualTo(expected.path("pairs").asInt());
    assertThat(json.path("correct").asDouble())
        .as("correct")
        .isEqualTo(expected.path("correct").asDouble());
    for (String part : new String[] {"within", "between"}) {
      assertThat(json.path(part).path("pairs").asInt())
          .isEqualTo(expected.path(part).path("pairs").asInt());
      assertThat(json.path(part).path("correct").asDouble())
          .as(part)
          .isEqualTo(expected.path(part).path("correct").asDouble());
    }
    assertThat(json.path("accuracy").asDouble())
        .isCloseTo(
            expected.path("correct").asDouble() / expected.path("pairs").asDouble(), within(1e-12));
  }
}
