package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Maps of testdata/figures/make_fixtures.py, and what numpy and scipy say of them. */
final class Planted {
  static final Path FOLDER = Path.of("testdata/figures");

  private Planted() {}

  static Path file(String grid) {
    return FOLDER.resolve("planted-" + grid + ".nii.gz");
  }

  static BrainMap map(String grid) throws IOException {
    return BrainMapReader.read(file(grid), Optional.empty(), Optional.empty());
  }

  static JsonNode expected() {
    return JsonMapper.shared().readTree(FOLDER.resolve("expected.json").toFile());
  }

  static Extent box() {
    return extent(expected().path("box"));
  }

  static Extent extent(JsonNode corners) {
    return new Extent(doubles(corners.path(0)), doubles(corners.path(1)));
  }

  /** The plane whose dots the fixture has. */
  static Plane plane(View view, double place, boolean mirrored) {
    JsonNode expected = expected();
    return Plane.of(
        view,
        place,
        box(),
        mirrored,
        expected.path("columns").asInt(),
        expected.path("rows").asInt());
  }

  /** NaN where the fixture has null. */
  static float[] floats(JsonNode numbers) {
    var values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers.path(i).isNull() ? Float.NaN : (float) numbers.path(i).asDouble();
    }
    return values;
  }

  static double[] doubles(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }
}
