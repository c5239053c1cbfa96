package org.mitchell.encoders;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model of BERT's family, DistilBERT among them, computes on its way and does not give out:
 * the vectors behind every layer, and attention. They are found by the names that PyTorch's export
 * gives them, and given out as {@code hidden_states.N} and {@code attentions.N}.
 *
 * <p>A model is a message of Protocol Buffers, and two such messages one behind the other are one
 * whose lists have the members of both (protobuf.dev, Encoding: Last One Wins): what is appended
 * here is a graph of identities and outputs alone.
 */
final class InnerOutputs {
  private static final Pattern EMBEDDED =
      Pattern.compile("/(?:[\\w.]+/)*embeddings/LayerNorm/(?:Add_1|LayerNormalization)_output_0");
  private static final Pattern LAYER =
      Pattern.compile(
          "/(?:[\\w.]+/)*(?:encoder|transformer)/layer\\.(\\d{1,3})/(?:output/LayerNorm|output_layer_norm)/"
              + "(?:Add_1|LayerNormalization)_output_0");
  private static final Pattern ATTENTION =
      Pattern.compile(
          "/(?:[\\w.]+/)*(?:encoder|transformer)/layer\\.(\\d{1,3})/attention/(?:self/)?Softmax_output_0");

  /** Any node of a layer. */
  private static final Pattern ANY = Pattern.compile("(?:encoder|transformer)/layer\\.(\\d{1,3})/");

  /** The fields of onnx.proto3 that are written. */
  private static final int GRAPH = 7;

  private static final int GRAPH_NODE = 1;
  private static final int GRAPH_OUTPUT = 12;
  private static final int NODE_INPUT = 1;
  private static final int NODE_OUTPUT = 2;
  private static final int NODE_OPERATOR = 4;
  private static final int VALUE_NAME = 1;
  private static final int VALUE_TYPE = 2;
  private static final int TYPE_TENSOR = 1;
  private static final int TENSOR_ELEMENT = 1;
  private static final int TENSOR_SHAPE = 2;
  private static final int SHAPE_AXIS = 1;
  private static final int FLOAT = 1;

  private static final int AXES_OF_VECTORS = 3;
  private static final int AXES_OF_ATTENTION = 4;

  private InnerOutputs() {}

  /**
   * The model with these outputs besides; as it is, where not all layers are found.
   *
   * @param last what the model calls the vectors behind its last layer
   */
  static byte[] exposed(byte[] model, String last) {
    String names = new String(model, StandardCharsets.ISO_8859_1);
    Map<Integer, String> attentions = numbered(ATTENTION, names);
    Map<Integer, String> layers = numbered(LAYER, names);
    Matcher embedded = EMBEDDED.matcher(names);
    int count = numbered(ANY, names).size();
    layers.putIfAbsent(count - 1, last);
    if (!embedded.find() || !isWhole(attentions, count) || !isWhole(layers, count)) {
      return model;
    }
    var added = new LinkedHashMap<String, String>();
    added.put("hidden_states.0", embedded.group());
    layers.forEach((number, name) -> added.put("hidden_states." + (number + 1), name));
    attentions.forEach((number, name) -> added.put("attentions." + number, name));
    var graph = new ByteArrayOutputStream();
    added.forEach((output, inner) -> add(graph, GRAPH_NODE, identity(inner, output)));
    added.keySet().forEach(output -> add(graph, GRAPH_OUTPUT, value(output)));
    var whole = new ByteArrayOutputStream(model.length + graph.size() + 16);
    whole.writeBytes(model);
    add(whole, GRAPH, graph.toByteArray());
    return whole.toByteArray();
  }

  private static Map<Integer, String> numbered(Pattern pattern, String names) {
    var found = new TreeMap<Integer, String>();
    Matcher matcher = pattern.matcher(names);
    while (matcher.find()) {
      found.putIfAbsent(Integer.parseInt(matcher.group(1)), matcher.group());
    }
    return found;
  }

  private static boolean isWhole(Map<Integer, String> numbered, int count) {
    return count > 0 && numbered.size() == count && numbered.containsKey(count - 1);
  }

  private static byte[] identity(String from, String to) {
    var node = new ByteArrayOutputStream();
    add(node, NODE_INPUT, ascii(from));
    add(node, NODE_OUTPUT, ascii(to));
    add(node, NODE_OPERATOR, ascii("Identity"));
    return node.toByteArray();
  }

  private static byte[] value(String name) {
    var shape = new ByteArrayOutputStream();
    int axes = name.startsWith("attentions") ? AXES_OF_ATTENTION : AXES_OF_VECTORS;
    for (int axis = 0; axis < axes; axis++) {
      add(shape, SHAPE_AXIS, new byte[0]);
    }
    var tensor = new ByteArrayOutputStream();
    number(tensor, TENSOR_ELEMENT << 3);
    number(tensor, FLOAT);
    add(tensor, TENSOR_SHAPE, shape.toByteArray());
    var type = new ByteArrayOutputStream();
    add(type, TYPE_TENSOR, tensor.toByteArray());
    var value = new ByteArrayOutputStream();
    add(value, VALUE_NAME, ascii(name));
    add(value, VALUE_TYPE, type.toByteArray());
    return value.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A field that has a length: a text, or a message. */
  private static void add(ByteArrayOutputStream out, int field, byte[] content) {
    number(out, field << 3 | 2);
    number(out, content.length);
    out.writeBytes(content);
  }

  /** Seven bits a byte, the lowest first. */
  private static void number(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
