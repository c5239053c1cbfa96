package org.mitchell.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.files.Json;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;

/** Vectors against those of Python's onnxruntime and numpy (testdata/encoders/make_encoders.py). */
class EncoderTest {
  private static final String TINY = "testdata/encoders/layers";

  private static Encoded encode(
      String encoder, List<Stimulus> stimuli, LayerChoice layers, Pooling pooling, int threads)
      throws IOException {
    var options = new EncodingOptions(layers, pooling, Softmax.DEFAULT, OptionalInt.empty());
    try (Encoder opened = Encoder.open(encoder);
        var workers = new Workers(threads)) {
      return opened.encode(stimuli, options, workers, Progress.NONE);
    }
  }

  @Test
  void everyLayerAndPoolingIsThatOfPython() throws IOException {
    for (JsonNode text : Json.read(Path.of("testdata/encoders/expected.json"))) {
      var stimuli = List.of(Stimulus.of("s", text.path("text").asString()));
      for (Pooling pooling : Pooling.values()) {
        Encoded last = encode(TINY, stimuli, new LayerChoice.Last(), pooling, 1);
        requireSame(text, last, 0, "last_hidden_state", pooling);
        Encoded all = encode(TINY, stimuli, new LayerChoice.All(), pooling, 1);
        assertThat(all.layers()).extracting(Layer::label).containsExactly("0", "1", "2");
        for (int layer = 0; layer < 3; layer++) {
          requireSame(text, all, layer, "hidden_states." + layer, pooling);
        }
      }
    }
  }

  private static void requireSame(
      JsonNode text, Encoded encoded, int layer, String output, Pooling pooling) {
    String key = output + " " + pooling.name().toLowerCase(Locale.ROOT);
    JsonNode expected = text.path("vectors").path(key);
    assertThat(expected).as(key).hasSize(4);
    for (int d = 0; d < 4; d++) {
      assertThat(encoded.vectors()[layer][0][d])
          .as("%s of '%s'", key, text.path("text").asString())
          .isCloseTo(expected.get(d).asDouble(), within(1e-5));
    }
  }

  @Test
  void aWordsOwnTokensAreThoseOfItsPlaceInTheTemplate() throws IOException {
    var word = List.of(Stimulus.of("hammers", List.of("the {} was seen")));
    var whole = List.of(Stimulus.of("s", "the hammers was seen"));
    double[] own = encode(TINY, word, new LayerChoice.Number(0), Pooling.WORD, 1).vectors()[0][0];
    double[] all = encode(TINY, whole, new LayerChoice.Number(0), Pooling.WORD, 1).vectors()[0][0];
    assertThat(own).isNotEqualTo(all);
    // At layer 0 a token's vector is of it and its place alone: five in all, two of them the
    // word's.
    double[] front =
        encode(
                TINY,
                List.of(Stimulus.of("s", "the hammers")),
                new LayerChoice.Number(0),
                Pooling.WORD,
                1)
            .vectors()[0][0];
    double[] the =
        encode(TINY, List.of(Stimulus.of("s", "the")), new LayerChoice.Number(0), Pooling.WORD, 1)
            .vectors()[0][0];
    for (int d = 0; d < own.length; d++) {
      assertThat(own[d]).isCloseTo((3 * front[d] - the[d]) / 2, within(1e-6));
    }
  }

  @Test
  void templatesAreAveraged() throws IOException {
    var both = List.of(Stimulus.of("bird", List.of("{}", "the {}")));
    var one = List.of(Stimulus.of("a", "bird"), Stimulus.of("b", "the bird"));
    double[] mean = encode(TINY, both, new LayerChoice.Last(), Pooling.MEAN, 1).vectors()[0][0];
    double[][] each = encode(TINY, one, new LayerChoice.Last(), Pooling.MEAN, 1).vectors()[0];
    for (int d = 0; d < mean.length; d++) {
      assertThat(mean[d]).isCloseTo((each[0][d] + each[1][d]) / 2, within(1e-12));
    }
  }

  @Test
  void minilmKnowsCeleryFromAHammer() throws IOException {
    var words = new ArrayList<Stimulus>();
    for (String word : List.of("celery", "lettuce", "hammer")) {
      words.add(Stimulus.of(word, word));
    }
    double[][] v = encode("minilm", words, new LayerChoice.Last(), Pooling.MEAN, 2).vectors()[0];
    assertThat(dot(v[0], v[0])).as("length 1").isCloseTo(1, within(1e-9));
    assertThat(dot(v[0], v[1])).isCloseTo(.454, within(.01));
    assertThat(dot(v[0], v[2])).isCloseTo(.141, within(.01));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }

  @Test
  void aVectorDependsNeitherOnTheOtherTextsNorOnThreads() throws IOException {
    var texts = new ArrayList<Stimulus>();
    for (int s = 0; s < 12; s++) {
      texts.add(Stimulus.of("s" + s, "a bird " + "and many more words ".repeat(s)));
    }
    double[][] all = encode("minilm", texts, new LayerChoice.Last(), Pooling.MEAN, 3).vectors()[0];
    double[][] again =
        encode("minilm", texts, new LayerChoice.Last(), Pooling.MEAN, 1).vectors()[0];
    double[][] alone =
        encode("minilm", texts.subList(7, 8), new LayerChoice.Last(), Pooling.MEAN, 1).vectors()[0];
    assertThat(again).isDeepEqualTo(all);
    assertThat(alone[0]).isEqualTo(all[7]);
  }
}
