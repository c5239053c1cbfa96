package org.mitchell.encoders;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.mitchell.files.InputException;

/**
 * What a model takes and gives, found by the names of its inputs and outputs.
 *
 * @param inputs whole numbers, one a token
 * @param last the output of the last layer
 * @param numbered the outputs of all layers, in their order; empty where the model has the last one
 *     alone
 * @param attentions the outputs of attention, numbered by their layers from 1; empty where the
 *     model has none
 */
record ModelSignature(
    Map<String, OnnxJavaType> inputs, Layer last, List<Layer> numbered, List<Layer> attentions) {
  static final String IDS = "input_ids";
  static final String MASK = "attention_mask";
  static final String TYPES = "token_type_ids";
  static final String POSITIONS = "position_ids";

  private static final Set<String> KNOWN = Set.of(IDS, MASK, TYPES, POSITIONS);
  private static final Pattern NUMBERED = Pattern.compile("hidden_states?[._](\\d{1,4})");
  private static final Pattern ATTENTION = Pattern.compile("attentions?[._](\\d{1,4})");
  private static final List<String> LAST = List.of("last_hidden_state", "token_embeddings");

  /** A score for every word of the vocabulary, or every class, of each token: no vector of it. */
  private static final String SCORES = "logits";

  /** Vectors of tokens: texts x tokens x width. */
  private static final int AXES = 3;

  /** Attention: texts x heads x tokens x tokens. */
  private static final int AXES_OF_ATTENTION = 4;

  /**
   * @param origin what messages call the model
   * @throws InputException if it is none that reads texts and gives vectors of tokens
   */
  static ModelSignature of(
      String origin, Collection<NodeInfo> inputs, Collection<NodeInfo> outputs) {
    var taken = new LinkedHashMap<String, OnnxJavaType>();
    for (NodeInfo input : inputs) {
      taken.put(input.getName(), typeOf(origin, input));
    }
    if (!taken.containsKey(IDS)) {
      throw otherInput(origin, "no such input", IDS);
    }
    List<String> names = names(outputs, AXES);
    List<Layer> numbered = numbered(names, NUMBERED, 0);
    List<Layer> attentions = numbered(names(outputs, AXES_OF_ATTENTION), ATTENTION, 1);
    return new ModelSignature(taken, last(origin, names, numbered), numbered, attentions);
  }

  private static OnnxJavaType typeOf(String origin, NodeInfo input) {
    boolean whole =
        input.getInfo() instanceof TensorInfo info
            && (info.type == OnnxJavaType.INT64 || info.type == OnnxJavaType.INT32);
    if (!KNOWN.contains(input.getName()) || !whole) {
      throw otherInput(origin, "the input '" + input.getName() + "'", String.join(", ", names()));
    }
    return ((TensorInfo) input.getInfo()).type;
  }

  private static List<String> names() {
    return List.of(IDS, MASK, TYPES, POSITIONS);
  }

  private static InputException otherInput(String origin, String got, String expected) {
    return new InputException(
        "%s: got %s where %s of whole numbers %s expected. %s"
            .formatted(
                origin,
                got,
                expected,
                expected.contains(",") ? "are" : "is",
                EncoderFiles.EXPORT.formatted("FOLDER")));
  }

  private static List<String> names(Collection<NodeInfo> outputs, int axes) {
    return outputs.stream()
        .filter(
            output ->
                output.getInfo() instanceof TensorInfo info
                    && info.type == OnnxJavaType.FLOAT
                    && info.getShape().length == axes)
        .map(NodeInfo::getName)
        .toList();
  }

  private static List<Layer> numbered(List<String> outputs, Pattern pattern, int first) {
    var layers = new ArrayList<Layer>();
    for (String output : outputs) {
      var number = pattern.matcher(output);
      if (number.matches()) {
        layers.add(new Layer(OptionalInt.of(first + Integer.parseInt(number.group(1))), output));
      }
    }
    layers.sort(Comparator.comparingInt(layer -> layer.number().getAsInt()));
    return List.copyOf(layers);
  }

  private static Layer last(String origin, List<String> outputs, List<Layer> numbered) {
    Optional<String> named = LAST.stream().filter(outputs::contains).findFirst();
    if (named.isEmpty() && !numbered.isEmpty()) {
      return numbered.get(numbered.size() - 1);
    }
    if (named.isEmpty() && (outputs.size() != 1 || outputs.contains(SCORES))) {
      throw new InputException(
          "%s: got %s where one output with a vector a token, last_hidden_state, is expected. %s"
              .formatted(
                  origin,
                  outputs.isEmpty() ? "no such output" : "the outputs " + outputs,
                  EncoderFiles.EXPORT.formatted("FOLDER")));
    }
    return new Layer(OptionalInt.empty(), named.orElseGet(() -> outputs.get(0)));
  }

  /**
   * The layers that are asked for.
   *
   * @throws InputException if the model does not give them
   */
  List<Layer> layers(String origin, LayerChoice choice) {
    if (choice instanceof LayerChoice.Last) {
      return List.of(last);
    }
    if (numbered.isEmpty()) {
      throw new InputException(
          "%s: got the last layer alone (%s) where outputs hidden_states.0, hidden_states.1, ... are expected. Export it with output_hidden_states (optimum.exporters.onnx.main_export), or take the last layer"
              .formatted(origin, last.output()));
    }
    return choice instanceof LayerChoice.Number one
        ? List.of(numbered(origin, numbered, one.number()))
        : numbered;
  }

  /**
   * The attention of a layer.
   *
   * @throws InputException if the model does not have this layer
   */
  Layer attention(String origin, LayerChoice choice) {
    return choice instanceof LayerChoice.Number one
        ? numbered(origin, attentions, one.number())
        : attentions.get(attentions.size() - 1);
  }

  private static Layer numbered(String origin, List<Layer> layers, int number) {
    return layers.stream()
        .filter(layer -> layer.number().getAsInt() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "%s: got the layer %d where one of %s is expected"
                        .formatted(
                            origin,
                            number,
                            String.join(", ", layers.stream().map(Layer::label).toList()))));
  }
}
