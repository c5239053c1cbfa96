package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.EncoderOption;
import org.mitchell.cli.options.LayerOption;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.text.Decimals;
import org.mitchell.encoders.Attention;
import org.mitchell.encoders.AttentionChoice;
import org.mitchell.encoders.Encoder;
import org.mitchell.encoders.LayerChoice;
import org.mitchell.encoders.tokens.Token;
import org.mitchell.evaluation.ranks.Softmax;
import org.mitchell.figures.words.TokenMatrix;
import org.mitchell.text.Counted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell figure attention}: what each token of a sentence looks at. */
@Command(
    name = "attention",
    description =
        "Draw what each token of a sentence looks at in an encoder, tokens x tokens: its attention,"
            + " or softmax of the similarities of tokens where it gives none out.",
    footer = {
      "",
      "A row is the token that looks, and sums to 1. Attention is what a layer mixes, not what a"
          + " sentence means: much of it often goes to [CLS] and [SEP]."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FigureAttentionCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SENTENCE", description = "in quotes")
  private String sentence;

  @Mixin private EncoderOption encoder;

  @Option(
      names = "--layer",
      paramLabel = "LAYER",
      converter = LayerOption.class,
      description = "last, or a number from 1 (default: last)")
  private LayerChoice layer = new LayerChoice.Last();

  @Option(
      names = "--head",
      paramLabel = "N",
      description = "one head of the layer, from 1 (default: the mean of all)")
  private Integer head;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      description =
          "draw softmax of the cosines between tokens' vectors instead, at this temperature"
              + " (default: only where the encoder gives no attention out, at 0.25)")
  private Double temperature;

  @Mixin private PictureOptions picture;
  @Mixin private CommonOptions common;

  @Override
  public Integer call() throws IOException {
    AttentionChoice choice = check();
    try (Encoder opened = Encoder.open(encoder.encoder(), true)) {
      picture.check(opened.files(), common);
      Attention attention = opened.attention(sentence, choice, OptionalInt.empty());
      tell(attention);
      String what = what(attention);
      String title = "%s: %s".formatted(opened.name(), what);
      var matrix =
          new TokenMatrix(
              picture.title(title),
              attention.tokens().stream().map(Token::piece).toList(),
              attention.weights(),
              attention.own() ? "attention" : "softmax of cosines",
              "Rows look at columns, and sum to 1.",
              picture.theme());
      Path out = picture.write(matrix.drawing(), common);
      print(title, attention, out);
    }
    return 0;
  }

  private AttentionChoice check() {
    if (layer instanceof LayerChoice.All) {
      throw new UsageException("--layer: got 'all' where one layer is expected: last, or a number");
    }
    if (head != null && head < 1) {
      throw new UsageException(
          "--head: got %d where a number from 1 up is expected".formatted(head));
    }
    if (head != null && temperature != null) {
      throw new UsageException("--head and --temperature: similarities of tokens have no heads");
    }
    if (temperature != null && !(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new UsageException(
          "--temperature: got %s where a number above 0 is expected".formatted(temperature));
    }
    return new AttentionChoice(
        layer,
        head == null ? OptionalInt.empty() : OptionalInt.of(head),
        Optional.ofNullable(temperature).map(Softmax::new));
  }

  private double temperature() {
    return temperature == null ? Softmax.DEFAULT.temperature() : temperature;
  }

  private String what(Attention attention) {
    String place =
        attention.layer().isPresent() ? "layer " + attention.layer().getAsInt() : "last layer";
    if (!attention.own()) {
      return "softmax of cosines between tokens, %s, temperature %s"
          .formatted(place, Decimals.number(temperature()));
    }
    return head == null
        ? "attention, %s, mean of %s".formatted(place, Counted.of(attention.heads(), "head"))
        : "attention, %s, head %d of %d".formatted(place, head, attention.heads());
  }

  private void tell(Attention attention) {
    if (!attention.own() && temperature == null) {
      common.note(
          "the encoder gives no attention out: softmax of the similarities of tokens is drawn"
              + " instead");
    }
    if (attention.reading().isCut()) {
      common.note(
          "longer than %,d tokens, and the rest is not read: %,d tokens"
              .formatted(attention.reading().read(), attention.reading().tokens()));
    }
    if (attention.reading().unknown() > 0) {
      common.note(
          "%s stand for parts unknown to the encoder"
              .formatted(Counted.of(attention.reading().unknown(), "token")));
    }
  }

  private void print(String title, Attention attention, Path out) {
    common.print("%s; %s".formatted(title, Counted.of(attention.tokens().size(), "token")));
    List<Token> tokens = attention.tokens();
    for (int row = 0; row < tokens.size(); row++) {
      double[] weights = attention.weights()[row];
      int most = 0;
      for (int column = 1; column < weights.length; column++) {
        most = weights[column] > weights[most] ? column : most;
      }
      common.print(
          "  %-16s looks most at %s (%s)"
              .formatted(
                  tokens.get(row).piece(),
                  tokens.get(most).piece(),
                  Decimals.decimal(weights[most])));
    }
    common.print("  " + out);
    var json = new LinkedHashMap<String, Object>();
    json.put("kind", attention.own() ? "attention" : "similarity");
    json.put("layer", attention.layer().isPresent() ? attention.layer().getAsInt() : "last");
    if (attention.own()) {
      json.put("heads", attention.heads());
      json.put("head", head == null ? "mean" : head);
    } else {
      json.put("temperature", temperature());
    }
    json.put("tokens", tokens.stream().map(Token::piece).toList());
    json.put(
        "weights",
        Arrays.stream(attention.weights())
            .map(row -> Arrays.stream(row).boxed().toList())
            .toList());
    json.put("outputs", List.of(out.toString()));
    common.printJsonWithMessages(json);
  }
}
