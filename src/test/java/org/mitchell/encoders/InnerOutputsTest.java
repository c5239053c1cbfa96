package org.mitchell.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.files.Json;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;
import tools.jackson.databind.JsonNode;

/**
 * What models do not give out, against the same graphs with more outputs in Python's onnxruntime
 * (testdata/encoders/make_inner.py).
 */
class InnerOutputsTest {
  private static final String TINY = "testdata/encoders/inner";
  private static final JsonNode EXPECTED = read();

  private static JsonNode read() {
    try {
      return Json.read(Path.of("testdata/encoders/expected-inner.json"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Encoded layers(String encoder) throws IOException {
    var options =
        new EncodingOptions(
            new LayerChoice.All(), Pooling.MEAN, Softmax.DEFAULT, OptionalInt.empty());
    var text = Stimulus.of("s", EXPECTED.path("text").asString());
    try (Encoder opened = Encoder.open(encoder, true);
        var workers = new Workers(1)) {
      return opened.encode(List.of(text), options, workers, Progress.NONE);
    }
  }

  private static Attention attention(String encoder, int layer, OptionalInt head)
      throws IOException {
    try (Encoder opened = Encoder.open(encoder, true)) {
      return opened.attention(
          EXPECTED.path("text").asString(),
          new AttentionChoice(new LayerChoice.Number(layer), head, Optional.empty()),
          OptionalInt.empty());
    }
  }

  private static void requireSame(JsonNode expected, double[] values, double offset, String what) {
    for (int d = 0; d < expected.size(); d++) {
      assertThat(values[d])
          .as("%s, %d", what, d)
          .isCloseTo(expected.get(d).asDouble(), within(offset));
    }
  }

  @Test
  void theVectorsBehindEveryLayerAreThoseOfTheGraph() throws IOException {
    Encoded tiny = layers(TINY);
    assertThat(tiny.layers()).extracting(Layer::label).containsExactly("0", "1", "2");
    for (int l = 0; l < 3; l++) {
      requireSame(EXPECTED.path("hidden").get(l), tiny.vectors()[l][0], 1e-5, "layer " + l);
    }
    Encoded minilm = layers("minilm");
    assertThat(minilm.layers()).hasSize(7);
    // Weights of eight bits: kinds of processors round them otherwise.
    for (int l = 0; l < 7; l++) {
      JsonNode expected = EXPECTED.at("/minilm/hidden").get(l);
      requireSame(expected, minilm.vectors()[l][0], .01, "minilm, layer " + l);
    }
  }

  @Test
  void attentionIsThatOfTheGraph() throws IOException {
    for (int layer = 1; layer <= 2; layer++) {
      JsonNode heads = EXPECTED.path("heads").get(layer - 1);
      double[][] mean = attention(TINY, layer, OptionalInt.empty()).weights();
      for (int token = 0; token < mean.length; token++) {
        for (int head = 1; head <= 2; head++) {
          Attention one = attention(TINY, layer, OptionalInt.of(head));
          assertThat(one.own()).isTrue();
          assertThat(one.heads()).isEqualTo(2);
          requireSame(heads.get(head - 1).get(token), one.weights()[token], 1e-6, "head " + head);
        }
        for (int seen = 0; seen < mean.length; seen++) {
          double both =
              heads.get(0).get(token).get(seen).asDouble()
                  + heads.get(1).get(token).get(seen).asDouble();
          assertThat(mean[token][seen]).isCloseTo(both / 2, within(1e-6));
        }
      }
    }
    for (int layer = 1; layer <= 6; layer++) {
      double[][] mean = attention("minilm", layer, OptionalInt.empty()).weights();
      requireSame(EXPECTED.at("/minilm/means").get(layer - 1), mean[2], .01, "minilm " + layer);
    }
  }

  @Test
  void aModelWhoseLayersAreNotAllFoundStaysAsItIs() throws IOException {
    byte[] model = Files.readAllBytes(Path.of(TINY, "model.onnx"));
    assertThat(InnerOutputs.exposed(model, "last_hidden_state").length).isGreaterThan(model.length);
    String latin = new String(model, StandardCharsets.ISO_8859_1);
    for (String name : List.of("/embeddings/Layer", "layer.0/attention", "layer.1/attention")) {
      byte[] other =
          latin
              .replace(name, name.replace("Layer", "Loyer").replace("att", "ott"))
              .getBytes(StandardCharsets.ISO_8859_1);
      assertThat(InnerOutputs.exposed(other, "last_hidden_state")).as(name).isSameAs(other);
    }
  }

  /** The names that the export of a DistilBERT of two layers has, by torch 2.7. */
  @Test
  void theLayersOfDistilBertAreFoundByTheirOwnNames() {
    var names = new StringBuilder("/embeddings/LayerNorm/LayerNormalization_output_0\n");
    for (int layer = 0; layer < 2; layer++) {
      String at = "/transformer/layer." + layer;
      names.append(at).append("/attention/Softmax_output_0\n");
      names.append(at).append("/sa_layer_norm/LayerNormalization_output_0\n");
      names.append(at).append("/output_layer_norm/LayerNormalization_output_0\n");
    }
    byte[] model = names.toString().getBytes(StandardCharsets.ISO_8859_1);
    String exposed =
        new String(InnerOutputs.exposed(model, "last_hidden_state"), StandardCharsets.ISO_8859_1);
    assertThat(exposed)
        .startsWith(names)
        .contains("hidden_states.0", "hidden_states.1", "hidden_states.2")
        .contains("attentions.0", "attentions.1")
        .doesNotContain("hidden_states.3", "attentions.2");
  }
}
