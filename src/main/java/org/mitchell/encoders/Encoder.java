package org.mitchell.encoders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.mitchell.encoders.tokens.Token;
import org.mitchell.encoders.tokens.Tokens;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Progress;
import org.mitchell.jobs.Workers;

/**
 * Gives vectors to words and sentences. The vectors of a stimulus depend on nothing but it and the
 * options: neither on the other stimuli nor on the number of threads.
 */
public final class Encoder implements AutoCloseable {
  private final EncoderFiles files;
  private final OnnxModel model;

  private Encoder(EncoderFiles files, OnnxModel model) {
    this.files = files;
    this.model = model;
  }

  /**
   * To give what models end with.
   *
   * @param encoder {@code minilm}, or a folder with model.onnx and tokenizer.json
   * @throws InputException if something is missing or cannot be read, and what to do
   */
  public static Encoder open(String encoder) throws IOException {
    return open(encoder, false);
  }

  /**
   * As above.
   *
   * @param inner whether other layers than the last, or attention, will be asked for
   */
  public static Encoder open(String encoder, boolean inner) throws IOException {
    OptionalPart.requireRuntime();
    EncoderFiles files = EncoderFiles.of(encoder);
    return new Encoder(files, OnnxModel.open(files.model(), inner));
  }

  /** What outputs call it. */
  public String name() {
    return files.name();
  }

  /** The SHA-256 of model and tokenizer, by the names of their files. */
  public Map<String, String> sha256() {
    return files.sha256();
  }

  /** What was read of a folder of the user's. */
  public List<Path> files() {
    return files.files();
  }

  /** Whether its vectors have length 1. */
  public boolean isOfUnitLength() {
    return files.unit();
  }

  /** The most tokens of a text. */
  public int most(EncodingOptions options) {
    return options.most().orElse(files.most());
  }

  /** Whether a token of the passage's word is among those that are read. */
  public boolean reaches(Passage passage, EncodingOptions options) {
    int most = Math.max(most(options), files.tokenizer().added());
    return files.tokenizer().tokens(passage.text(), most).kept().stream()
        .anyMatch(token -> token.meets(passage.from(), passage.to()));
  }

  /**
   * The layers that are asked for.
   *
   * @throws InputException if the model does not give them
   */
  public List<Layer> layers(EncodingOptions options) {
    return model.layers(options.layers());
  }

  /**
   * The vectors of stimuli, each the mean of those of its texts.
   *
   * @throws InputException if a text has no token, the limit leaves room for none, or the model
   *     does not give the layers
   */
  public Encoded encode(
      List<Stimulus> stimuli, EncodingOptions options, Workers workers, Progress progress) {
    List<Layer> layers = layers(options);
    int most = most(options);
    if (most <= files.tokenizer().added()) {
      throw new InputException(
          "got a limit of %d tokens where more than the %d that %s adds to every text are expected"
              .formatted(most, files.tokenizer().added(), files.name()));
    }
    var vectors = new double[layers.size()][stimuli.size()][];
    var readings = new Reading[stimuli.size()];
    var pooler = new Pooler(options.pooling(), options.softmax());
    progress.begin("encoding", "texts", stimuli.size());
    workers.forEach(
        stimuli.size(),
        s -> {
          var reader = new StimulusReader(stimuli.get(s), layers, pooler, most);
          reader.read();
          for (int l = 0; l < layers.size(); l++) {
            vectors[l][s] = reader.means[l];
          }
          readings[s] = reader.reading;
          progress.advance(1);
        });
    progress.end();
    return new Encoded(layers, vectors, List.of(readings));
  }

  /**
   * How much each token of a text looks at each other: the model's own attention, or softmax of the
   * cosines between the vectors of its tokens where it has none or these are asked for.
   *
   * @param most tokens of the text; nothing for what the encoder says
   * @throws InputException if the text has no token, or the model has not what is asked for
   */
  public Attention attention(String text, AttentionChoice choice, OptionalInt most) {
    Tokens tokens =
        files
            .tokenizer()
            .tokens(text, Math.max(most.orElse(files.most()), files.tokenizer().added()));
    requireText(text, tokens);
    long[] ids = ids(tokens);
    var reading = new Reading(text, tokens.whole(), tokens.kept().size(), tokens.unknown());
    if (choice.softmax().isPresent() || choice.head().isEmpty() && !model.hasAttention()) {
      Layer layer = model.layers(choice.layer()).get(0);
      double[][] weights =
          TokenWeights.ofVectors(
              model.run(text, ids, List.of(layer)).get(0),
              choice.softmax().orElse(Softmax.DEFAULT));
      return new Attention(tokens.kept(), weights, false, layer.number(), 0, reading);
    }
    if (!model.hasAttention()) {
      throw new InputException(
          "%s: the model has no attention that it gives out, and no heads. Leave out the head, for softmax of similarities of tokens"
              .formatted(files.name()));
    }
    Layer layer = model.attention(choice.layer());
    float[][][] heads = model.attention(text, ids, layer);
    double[][] weights = TokenWeights.ofHeads(files.name(), heads, choice.head());
    return new Attention(tokens.kept(), weights, true, layer.number(), heads.length, reading);
  }

  private static void requireText(String stimulus, Tokens tokens) {
    if (tokens.kept().stream().noneMatch(Token::isOfText)) {
      throw new InputException(
          "'%s': got a text without any token where words are expected".formatted(stimulus));
    }
  }

  private static long[] ids(Tokens tokens) {
    return tokens.kept().stream().mapToLong(Token::id).toArray();
  }

  /** Reads the texts of one stimulus, one after the other. */
  private final class StimulusReader {
    private final Stimulus stimulus;
    private final List<Layer> layers;
    private final Pooler pooler;
    private final int most;
    private final double[][] means;
    private Reading reading;

    StimulusReader(Stimulus stimulus, List<Layer> layers, Pooler pooler, int most) {
      this.stimulus = stimulus;
      this.layers = layers;
      this.pooler = pooler;
      this.most = most;
      this.means = new double[layers.size()][];
      this.reading = new Reading(stimulus.name(), 0, 0, 0);
    }

    void read() {
      stimulus.passages().forEach(this::add);
      for (int l = 0; l < means.length; l++) {
        means[l] = files.unit() ? unit(means[l], 1) : means[l];
      }
    }

    private void add(Passage passage) {
      Tokens tokens = files.tokenizer().tokens(passage.text(), most);
      requireText(stimulus.name(), tokens);
      if (tokens.whole() > reading.tokens()) {
        reading =
            new Reading(stimulus.name(), tokens.whole(), tokens.kept().size(), tokens.unknown());
      }
      List<float[][]> states = model.run(stimulus.name(), ids(tokens), layers);
      int texts = stimulus.passages().size();
      for (int l = 0; l < means.length; l++) {
        double[] vector = pooler.pool(passage, tokens.kept(), states.get(l));
        means[l] = sum(means[l], files.unit() ? unit(vector, texts) : scaled(vector, texts));
      }
    }
  }

  private static double[] sum(double[] some, double[] more) {
    if (some == null) {
      return more;
    }
    for (int d = 0; d < some.length; d++) {
      some[d] += more[d];
    }
    return some;
  }

  /** To length 1 / {@code parts}; a vector of zeros stays. */
  private static double[] unit(double[] vector, int parts) {
    double length = Pooler.length(vector);
    return length == 0 ? vector : scaled(vector, length * parts);
  }

  private static double[] scaled(double[] vector, double by) {
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= by;
    }
    return vector;
  }

  @Override
  public void close() {
    model.close();
  }
}
