package org.mitchell.cli.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mitchell.cli.options.CategoryOptions;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.cli.options.ModelFolder;
import org.mitchell.cli.options.TableOptions;
import org.mitchell.cli.options.TypedWords;
import org.mitchell.cli.options.UsageException;
import org.mitchell.cli.text.Decimals;
import org.mitchell.derivatives.SavedFit;
import org.mitchell.features.FeatureChoice;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSpace;
import org.mitchell.features.embedding.Embedding;
import org.mitchell.features.embedding.NeighbourPurity;
import org.mitchell.features.embedding.PrincipalComponents;
import org.mitchell.features.embedding.TSne;
import org.mitchell.figures.words.WordMap;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.paper.Paper;
import org.mitchell.study.FoundWords;
import org.mitchell.text.Counted;
import org.mitchell.words.WordIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mitchell figure words}: the words of a feature space in a plane. */
@Command(
    name = "words",
    description = "Draw the words of a feature space in a plane, coloured by category.",
    footer = {
      "",
      "Vectors are scaled to unit length, as a model has them. pca shows the two directions of most"
          + " variance; tsne keeps neighbours together, and distances between groups mean little in"
          + " it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FigureWordsCommand implements Callable<Integer> {
  /** The exact algorithm's memory and time grow with the square of the words. */
  private static final int MOST_WORDS = 3000;

  /** A plane of more words shows none of them. */
  private static final int MOST_OF_ALL = 50_000;

  /** How the plane is found. */
  enum Method {
    PCA,
    TSNE
  }

  @Parameters(
      paramLabel = "SUBJECT|TABLE",
      description =
          "a fitted participant, for the words and features of its model; or a feature table (CSV"
              + " or TSV), word vectors (word2vec, GloVe, fastText), or built in: verbs25, form;"
              + " with --features a table of names, such as captions")
  private String what;

  @Option(
      names = "--features",
      paramLabel = "TABLE",
      description = "the features of the names that TABLE lists, as features embed writes them")
  private Path features;

  @Option(
      names = "--colour",
      paramLabel = "COLUMN",
      description =
          "with --features: the column of TABLE by which names are coloured; how far neighbours"
              + " are of one colour is said")
  private String colour;

  @Option(
      names = "--words",
      split = ",",
      paramLabel = "WORD",
      description = "the words to draw (default: all)")
  private List<String> words = List.of();

  @Option(
      names = "--arrows",
      split = ",",
      paramLabel = "A:B",
      description = "arrows from one word to another: china:beijing,japan:tokyo")
  private List<String> arrows = List.of();

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "${COMPLETION-CANDIDATES} (default: pca)")
  private Method method = Method.PCA;

  @Option(
      names = "--perplexity",
      paramLabel = "N",
      description =
          "with tsne: neighbours that each word has in effect (default: 30, or a third of the words"
              + " where that is less)")
  private Double perplexity;

  @Mixin private ModelFolder model;

  @Mixin private CategoryOptions categories;

  @Mixin private PictureOptions picture;
  @Mixin private TableOptions tables;
  @Mixin private CommonOptions common;

  /** The words to draw, those of arrows among them; empty for all. */
  private List<String> asked = List.of();

  /** Words with their vectors and categories. */
  private record Space(FeatureSpace features, Map<String, String> categories) {}

  @Override
  public Integer call() throws IOException {
    if (perplexity != null && method != Method.TSNE) {
      throw new UsageException("--perplexity goes with --method tsne");
    }
    if ((features == null) != (colour == null)) {
      throw new UsageException("--features and --colour: give both, or neither");
    }
    if (colour != null && (!words.isEmpty() || categories.files().findAny().isPresent())) {
      throw new UsageException("--colour: the table says which names are drawn, and their groups");
    }
    var inputs = new ArrayList<Path>(categories.files().toList());
    Stream.ofNullable(features).forEach(inputs::add);
    if (Files.exists(Path.of(what))) {
      inputs.add(Path.of(what));
    }
    picture.check(inputs, common);
    asked = asked();
    Space space = space();
    FeatureSpace features = space.features.unitLength();
    Embedding embedding = embedding(features);
    Optional<NeighbourPurity> purity =
        colour == null ? Optional.empty() : Optional.of(purity(features, space, embedding));
    String name = method == Method.PCA ? "principal components" : "t-SNE";
    String title =
        "%s: %s, %s"
            .formatted(
                features.name(),
                Counted.of(features.words().size(), colour == null ? "word" : "name"),
                name);
    var map =
        new WordMap(
            picture.title(title),
            words(features, FoundWords.categories(features.words(), space.categories), embedding),
            arrows.stream().map(arrow -> arrow(arrow, features)).toList(),
            purity.map(this::inPlane).orElse("vectors of unit length") + "; " + embedding.remark(),
            picture.theme());
    Path out = picture.write(map.drawing(), common);
    common.print("%s; %s".formatted(title, embedding.remark()));
    purity.ifPresent(
        p ->
            common.print(
                "%s, %s among the vectors themselves (by chance %s)"
                    .formatted(
                        inPlane(p), Decimals.decimal(p.inSpace()), Decimals.decimal(p.chance()))));
    common.print("  " + out);
    var json = new LinkedHashMap<String, Object>();
    json.put("words", features.words().size());
    json.put("features", features.features().size());
    json.put("method", method.name().toLowerCase(Locale.ROOT));
    json.put("remark", embedding.remark());
    purity.ifPresent(p -> json.put("purity", p));
    json.put("outputs", List.of(out.toString()));
    common.printJson(json);
    return 0;
  }

  private NeighbourPurity purity(FeatureSpace drawn, Space space, Embedding embedding) {
    try {
      return NeighbourPurity.of(
          rows(drawn),
          embedding.points(),
          drawn.words().stream().map(space.categories::get).toList());
    } catch (IllegalArgumentException e) {
      throw InputException.in(Path.of(what), "%s: %s".formatted(colour, e.getMessage()));
    }
  }

  private String inPlane(NeighbourPurity purity) {
    return "%s: %s of its %s"
        .formatted(
            purity.neighbours() == 1
                ? "nearest neighbour"
                : "%,d nearest neighbours".formatted(purity.neighbours()),
            Decimals.decimal(purity.inPlane()),
            colour);
  }

  private static double[][] rows(FeatureSpace features) {
    var rows = new double[features.words().size()][];
    for (int w = 0; w < rows.length; w++) {
      rows[w] = features.row(w);
    }
    return rows;
  }

  private List<String> asked() {
    var all = new LinkedHashSet<String>(TypedWords.of("--words", words));
    for (String arrow : arrows) {
      all.addAll(ends(arrow));
    }
    return words.isEmpty() ? List.of() : List.copyOf(all);
  }

  private static List<String> ends(String arrow) {
    List<String> ends = Stream.of(arrow.split(":", -1)).map(String::strip).toList();
    if (ends.size() != 2 || ends.contains("")) {
      throw new UsageException(
          "--arrows: got '%s' where two words with a colon between them are expected, as in japan:tokyo"
              .formatted(arrow));
    }
    return ends;
  }

  private static WordMap.Arrow arrow(String arrow, FeatureSpace features) {
    var index = WordIndex.of(features.name(), features.words());
    int[] places =
        ends(arrow).stream()
            .mapToInt(
                word ->
                    index
                        .find(word)
                        .orElseThrow(
                            () ->
                                new InputException(
                                    "--arrows: '%s' is not among the words of the picture"
                                        .formatted(word)))
                        .position())
            .toArray();
    return new WordMap.Arrow(places[0], places[1]);
  }

  private Embedding embedding(FeatureSpace features) {
    double[][] rows = rows(features);
    if (method == Method.TSNE && rows.length > MOST_WORDS) {
      throw new InputException(
          "%,d words are too many for t-SNE here (%,d at most): take fewer, or --method pca"
              .formatted(rows.length, MOST_WORDS));
    }
    try {
      return method == Method.PCA
          ? PrincipalComponents.of(rows)
          : TSne.of(rows, perplexity == null ? TSne.usualPerplexity(rows.length) : perplexity);
    } catch (IllegalArgumentException e) {
      throw new InputException(features.name() + ": " + e.getMessage());
    }
  }

  private static List<WordMap.Word> words(
      FeatureSpace features, Map<String, String> categories, Embedding embedding) {
    var words = new ArrayList<WordMap.Word>();
    for (int w = 0; w < features.words().size(); w++) {
      String word = features.words().get(w);
      double[] point = embedding.points()[w];
      words.add(new WordMap.Word(word, categories.getOrDefault(word, ""), point[0], point[1]));
    }
    return words;
  }

  /** Names of a table, with the features of another. */
  private Space ofTable() throws IOException {
    Map<String, String> groups = ColouredItems.read(Path.of(what), colour, tables.rules(common));
    try (Workers workers = common.workers()) {
      FeatureSource source =
          FeatureChoice.of(features.toString()).open(workers, tables.rules(common));
      FeatureSpace found = source.vectors(List.copyOf(groups.keySet()));
      List<String> missing =
          groups.keySet().stream().filter(name -> !found.words().contains(name)).toList();
      if (!missing.isEmpty()) {
        throw InputException.in(
            features,
            "got no row for '%s' where one for each of the %s of %s is expected. Make the features of this table"
                .formatted(
                    missing.get(0),
                    Counted.of(groups.size(), "name"),
                    Path.of(what).getFileName()));
      }
      return new Space(withWords(found), groups);
    }
  }

  private Space space() throws IOException {
    if (features != null) {
      return ofTable();
    }
    boolean fitted = SavedFit.subjects(model.path()).contains(what);
    Optional<Map<String, String>> given = categories.given(tables.rules(common));
    if (fitted) {
      SavedFit fit = SavedFit.read(model.path(), what);
      double[] values = Arrays.stream(fit.rawFeatures()).flatMapToDouble(Arrays::stream).toArray();
      FeatureSpace features =
          new FeatureSpace(
              "features of " + what,
              fit.model().words(),
              fit.model().featureNames(),
              values,
              Map.of());
      if (!asked.isEmpty()) {
        features = features.forWords(asked);
        requireAll(
            features,
            word -> new InputException("'%s' is no word of %s's model".formatted(word, what)));
      }
      return new Space(withWords(features), given.orElseGet(fit::categories));
    }
    FeatureChoice choice = FeatureChoice.of(what);
    if (!choice.isBuiltIn() && !Files.exists(Path.of(what))) {
      throw new InputException(
          "'%s' is neither a participant that is fitted in %s (%s) nor a feature table"
              .formatted(what, model.path(), String.join(", ", SavedFit.subjects(model.path()))));
    }
    try (Workers workers = common.workers()) {
      FeatureSource source = choice.open(workers, tables.rules(common));
      FeatureSpace features = source.vectors(wordsOf(source, choice));
      if (!asked.isEmpty()) {
        requireAll(features, source::unknown);
        FoundWords.spellings(features).ifPresent(common::note);
      }
      return new Space(withWords(features), given.orElseGet(Paper::categories));
    }
  }

  private List<String> wordsOf(FeatureSource source, FeatureChoice choice) throws IOException {
    if (!asked.isEmpty()) {
      return asked;
    }
    List<String> all = choice.words(source);
    if (all.size() > MOST_OF_ALL) {
      throw new InputException(
          "%s: %,d words are too many for a picture. Name those to draw with --words"
              .formatted(source.name(), all.size()));
    }
    return all;
  }

  /** The error for a word that is not there. */
  @FunctionalInterface
  private interface Unknown {
    InputException of(String word) throws IOException;
  }

  private void requireAll(FeatureSpace features, Unknown unknown) throws IOException {
    for (String word : asked) {
      if (!features.words().contains(word)) {
        throw unknown.of(word);
      }
    }
  }

  /** Words whose vector is all zero have no direction. */
  private FeatureSpace withWords(FeatureSpace features) {
    List<String> zero = features.zeroWords();
    if (!zero.isEmpty()) {
      common.note(
          "left out, all their features are zero: %s"
              .formatted(String.join(", ", zero.subList(0, Math.min(10, zero.size())))));
    }
    return features.forWords(
        features.words().stream().filter(word -> !zero.contains(word)).toList());
  }
}
