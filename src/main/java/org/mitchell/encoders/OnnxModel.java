package org.mitchell.encoders;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;

/**
 * A model in the form ONNX that gives vectors of tokens, run by ONNX Runtime. A text is run alone
 * and by one thread: weights of eight bits are scaled by all that is run together, so that a text's
 * vectors would depend on its neighbours. Safe to use from several threads.
 */
final class OnnxModel implements AutoCloseable {
  private final String origin;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final ModelSignature signature;

  private OnnxModel(
      String origin, OrtEnvironment environment, OrtSession session, ModelSignature signature) {
    this.origin = origin;
    this.environment = environment;
    this.session = session;
    this.signature = signature;
  }

  /**
   * @param inner whether what the model computes on its way is asked for, where it does not give it
   *     out: the vectors behind every layer, and attention
   * @throws InputException if it cannot be read, or is no model of texts
   */
  static OnnxModel open(EncoderFiles.Model model, boolean inner) throws IOException {
    OnnxModel opened = open(model.toString(), model);
    if (!inner || !opened.signature.numbered().isEmpty()) {
      return opened;
    }
    Optional<byte[]> bytes = model.bytes();
    if (bytes.isEmpty()) {
      return opened;
    }
    byte[] exposed = InnerOutputs.exposed(bytes.get(), opened.signature.last().output());
    if (exposed == bytes.get()) {
      return opened;
    }
    opened.close();
    return open(model.toString(), new EncoderFiles.Model.Bytes(model.toString(), exposed));
  }

  private static OnnxModel open(String origin, EncoderFiles.Model model) {
    try {
      var environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "mitchell");
      OrtSession session = session(environment, model);
      boolean fits = false;
      try {
        var signature =
            ModelSignature.of(
                origin, session.getInputInfo().values(), session.getOutputInfo().values());
        fits = true;
        return new OnnxModel(origin, environment, session, signature);
      } finally {
        if (!fits) {
          session.close();
        }
      }
    } catch (OrtException e) {
      throw new InputException(
          "%s: this is no whole model of ONNX: it is cut short, another file, or its weights are missing beside it. %s"
              .formatted(origin, EncoderFiles.EXPORT.formatted("FOLDER")),
          e);
    }
  }

  private static OrtSession session(OrtEnvironment environment, EncoderFiles.Model model)
      throws OrtException {
    try (var options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      if (model instanceof EncoderFiles.Model.Bytes memory) {
        return environment.createSession(memory.content(), options);
      }
      return environment.createSession(model.toString(), options);
    }
  }

  /** The layers that are asked for; see {@link ModelSignature#layers}. */
  List<Layer> layers(LayerChoice choice) {
    return signature.layers(origin, choice);
  }

  /**
   * The vectors of the tokens of one text.
   *
   * @param text what messages call it
   * @param ids of its tokens
   * @return by layer: tokens x width
   * @throws InputException if the model cannot take these tokens
   */
  List<float[][]> run(String text, long[] ids, List<Layer> layers) {
    return run(
        text,
        ids,
        layers,
        result -> layers.stream().map(layer -> vectors(result, layer, ids.length)).toList());
  }

  /** Whether the model has attention that can be asked for. */
  boolean hasAttention() {
    return !signature.attentions().isEmpty();
  }

  /** Which attention is asked for; see {@link ModelSignature#attention}. */
  Layer attention(LayerChoice choice) {
    return signature.attention(origin, choice);
  }

  /**
   * The attention between the tokens of one text.
   *
   * @return heads x tokens x tokens
   * @throws InputException as {@link #run(String, long[], List)}
   */
  float[][][] attention(String text, long[] ids, Layer layer) {
    return run(text, ids, List.of(layer), result -> attention(result, layer, ids.length));
  }

  private <T> T run(
      String text, long[] ids, List<Layer> outputs, Function<OrtSession.Result, T> reader) {
    var tensors = new LinkedHashMap<String, OnnxTensor>();
    try {
      for (Map.Entry<String, OnnxJavaType> input : signature.inputs().entrySet()) {
        tensors.put(input.getKey(), tensor(values(input.getKey(), ids), input.getValue()));
      }
      var asked = new LinkedHashSet<>(outputs.stream().map(Layer::output).toList());
      try (OrtSession.Result result = session.run(tensors, asked)) {
        return reader.apply(result);
      }
    } catch (OrtException e) {
      long highest = Arrays.stream(ids).max().orElse(0);
      throw new InputException(
          "%s: it cannot take '%s' (%,d tokens, numbers up to %,d). Take the tokenizer.json that was saved with it, or fewer tokens"
              .formatted(origin, text, ids.length, highest),
          e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private static long[] values(String input, long[] ids) {
    return switch (input) {
      case ModelSignature.IDS -> ids;
      case ModelSignature.MASK -> Arrays.stream(ids).map(id -> 1).toArray();
      case ModelSignature.POSITIONS -> IntStream.range(0, ids.length).asLongStream().toArray();
      default -> new long[ids.length];
    };
  }

  private OnnxTensor tensor(long[] values, OnnxJavaType type) throws OrtException {
    long[] shape = {1, values.length};
    return type == OnnxJavaType.INT32
        ? OnnxTensor.createTensor(
            environment,
            IntBuffer.wrap(Arrays.stream(values).mapToInt(Math::toIntExact).toArray()),
            shape)
        : OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
  }

  private float[][] vectors(OrtSession.Result result, Layer layer, int tokens) {
    try {
      float[][][] values = (float[][][]) result.get(layer.output()).orElseThrow().getValue();
      if (values.length != 1 || values[0].length != tokens) {
        throw new InputException(
            "%s: %s: got %d x %d vectors where 1 x %d, one a token, are expected"
                .formatted(
                    origin,
                    layer.output(),
                    values.length,
                    values.length == 0 ? 0 : values[0].length,
                    tokens));
      }
      return values[0];
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private float[][][] attention(OrtSession.Result result, Layer layer, int tokens) {
    try {
      float[][][][] values = (float[][][][]) result.get(layer.output()).orElseThrow().getValue();
      boolean whole = values.length == 1 && values[0].length > 0;
      if (!whole || values[0][0].length != tokens || values[0][0][0].length != tokens) {
        throw new InputException(
            "%s: %s: got no weight for each of %d x %d tokens where attention is expected"
                .formatted(origin, layer.output(), tokens, tokens));
      }
      return values[0];
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
