package org.mitchell.cli.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.cli.Ran;
import org.mitchell.files.Json;
import tools.jackson.databind.JsonNode;

/** {@code figure attention}, with the tiny encoders of testdata/encoders. */
class FigureAttentionTest {
  private static final String SENTENCE = "the bird sang in the cold";
  private static final String INNER = "testdata/encoders/inner";

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void setUp() {
    out = folder.resolve("a.png");
  }

  private Ran draw(String sentence, String encoder, Object... more) {
    Object[] first = {"figure", "attention", sentence, "--encoder", encoder};
    Object[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return Ran.mitchell(all);
  }

  private static void requireRows(JsonNode weights, JsonNode expected) {
    assertThat(weights).hasSize(8);
    for (int row = 0; row < 8; row++) {
      double sum = 0;
      for (int column = 0; column < 8; column++) {
        double weight = weights.get(row).get(column).asDouble();
        sum += weight;
        assertThat(weight)
            .as("%d, %d", row, column)
            .isCloseTo(expected.get(row).get(column).asDouble(), within(1e-6));
      }
      assertThat(sum).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void anEncodersAttentionIsDrawnAndSaid() throws IOException {
    JsonNode expected = Json.read(Path.of("testdata/encoders/expected-inner.json"));
    Ran ran =
        draw(SENTENCE, INNER, "--layer", "1", "--head", "2", "--json", "--out", out).succeeds();
    assertThat(ran.json().path("kind").asString()).isEqualTo("attention");
    requireRows(ran.json().path("weights"), expected.at("/heads/0/1"));
    assertThat(draw(SENTENCE, INNER, "--out", out).succeeds().out())
        .contains("inner: attention, layer 2, mean of 2 heads; 8 tokens");
    BufferedImage picture = ImageIO.read(out.toFile());
    assertThat(picture.getWidth()).isGreaterThan(600);
  }

  @Test
  void softmaxOfSimilaritiesIsDrawnWhereItIsAskedFor() throws IOException {
    JsonNode expected = Json.read(Path.of("testdata/encoders/expected-inner.json"));
    Ran ran =
        draw(SENTENCE, INNER, "--layer", "1", "--temperature", "0.5", "--json", "--out", out)
            .succeeds();
    assertThat(ran.json().path("kind").asString()).isEqualTo("similarity");
    requireRows(ran.json().path("weights"), expected.path("similar"));
    assertThat(ran.err()).doesNotContain("instead");
  }

  @Test
  void whereTheEncoderGivesNoAttentionOutThatIsSaid() throws IOException {
    Path svg = folder.resolve("a.svg");
    Ran ran = draw(SENTENCE, "testdata/encoders/last", "--out", svg).succeeds();
    assertThat(ran.err())
        .contains("the encoder gives no attention out: softmax of the similarities");
    assertThat(ran.out())
        .contains("softmax of cosines between tokens, last layer, temperature 0.25");
    assertThat(Files.readString(svg))
        .contains("last: softmax of cosines between tokens, last layer, temperature 0.25")
        .contains(">sang<")
        .contains(">[SEP]<");
    assertThat(
            draw(SENTENCE, "testdata/encoders/last", "--head", "1", "--out", out)
                .failsWith(1)
                .err())
        .contains("last: the model has no attention that it gives out");
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertThat(draw(SENTENCE, INNER, "--head", "3", "--out", out).failsWith(1).err())
        .contains("inner: got the head 3 where one of 1 to 2 is expected");
    assertThat(draw(SENTENCE, INNER, "--layer", "3", "--out", out).failsWith(1).err())
        .contains("got the layer 3 where one of 1, 2 is expected");
    assertThat(draw(SENTENCE, INNER, "--layer", "all", "--out", out).failsWith(2).err())
        .contains("--layer: got 'all' where one layer is expected");
    assertThat(draw(SENTENCE, INNER, "--head", "0", "--out", out).failsWith(2).err())
        .contains("--head: got 0 where a number from 1 up is expected");
    assertThat(
            draw(SENTENCE, INNER, "--head", "1", "--temperature", "1", "--out", out)
                .failsWith(2)
                .err())
        .contains("similarities of tokens have no heads");
    assertThat(draw("\u200b", INNER, "--out", out).failsWith(1).err())
        .contains("got a text without any token where words are expected");
    assertThat(draw("bird ".repeat(40), INNER, "--out", out).succeeds().err())
        .contains("longer than 12 tokens, and the rest is not read: 42 tokens");
  }
}
