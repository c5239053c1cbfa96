package org.mitchell.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.derivatives.contents.EvaluationFigures;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.derivatives.contents.Method;
import org.mitchell.derivatives.contents.NullFigures;
import org.mitchell.derivatives.contents.Rule;
import org.mitchell.text.Counted;

/**
 * What was done, with every setting, as a paper says it: the items that COBIDAS (Nichols et al.
 * 2017) asks for.
 */
final class MethodsSection {
  private final FitFiles files;

  private MethodsSection(FitFiles files) {
    this.files = files;
  }

  static Section of(FitFiles files) {
    var blocks = new ArrayList<Block>();
    var section = new MethodsSection(files);
    Map<String, List<ParticipantFiles>> alike = alike(files.participants());
    for (List<ParticipantFiles> group : alike.values()) {
      if (alike.size() > 1) {
        blocks.add(
            new Block.Heading(
                Numbers.listed(group.stream().map(ParticipantFiles::subject).toList())));
      }
      blocks.add(new Block.Paragraph(section.model(group)));
      group.get(0).leaveTwoOut().map(MethodsSection::inference).ifPresent(blocks::add);
    }
    section.maps().ifPresent(text -> blocks.add(new Block.Paragraph(text)));
    blocks.add(new Block.Paragraph(section.software()));
    blocks.add(new Block.Paragraph("Method: " + Published.CITATION));
    return new Section("methods", "Methods", blocks);
  }

  /** Participants that one text describes. */
  private static Map<String, List<ParticipantFiles>> alike(List<ParticipantFiles> participants) {
    var groups = new LinkedHashMap<String, List<ParticipantFiles>>();
    for (ParticipantFiles participant : participants) {
      FitFigures fit = participant.fit();
      String key =
          participant.fit().method()
              + SummarySection.features(fit)
              + fit.features()
              + fit.words()
              + fit.presentations()
              + participant.leaveTwoOut().map(e -> e.permutations() + "" + e.seed());
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(participant);
    }
    return groups;
  }

  private String model(List<ParticipantFiles> group) {
    FitFigures fit = group.get(0).fit();
    Method options = fit.method();
    boolean strict = options.preset().equals("strict");
    return String.join(
        " ",
        responses(group),
        strict
            ? "In every fold the mean image of the training words was subtracted from all images."
            : "The mean image over all words was subtracted from each.",
        features(group.get(0), strict),
        coefficients(options, strict),
        folds(fit),
        voxels(fit, options),
        matching(options, strict));
  }

  private static String responses(List<ParticipantFiles> group) {
    FitFigures fit = group.get(0).fit();
    return "Responses of %s (%s) to %s with %s each were analysed; the image of a word was the mean over its presentations."
        .formatted(
            group.size() == 1 ? "one participant" : Counted.of(group.size(), "participant"),
            voxels(group),
            Counted.of(fit.words(), "word"),
            Counted.of(fit.presentations(), "presentation"));
  }

  private static String voxels(List<ParticipantFiles> group) {
    double[] counts = group.stream().mapToDouble(p -> p.fit().voxels()).sorted().toArray();
    String fewest = Numbers.count(counts[0]);
    String most = Numbers.count(counts[counts.length - 1]);
    return (fewest.equals(most) ? most : fewest + " to " + most)
        + " voxels"
        + (counts.length > 1 ? " each" : "");
  }

  private static String features(ParticipantFiles participant, boolean strict) {
    FitFigures fit = participant.fit();
    String columns = participant.model().columns();
    String scale =
        switch (fit.method().scale()) {
          case "unit" -> "Each word's feature vector was scaled to unit length";
          case "zscore" -> "Features were z-scored over words";
          default -> "Features were not scaled";
        };
    return "Words were described by %s (%s%s). %s%s."
        .formatted(
            Counted.of(fit.features(), "feature"),
            SummarySection.features(fit),
            columns.isEmpty() ? "" : ", columns " + columns,
            scale,
            strict ? ", and centred on the training words of each fold" : "");
  }

  private static String coefficients(Method options, boolean strict) {
    String intercept = strict ? "with an unpenalised intercept" : "without an intercept";
    String estimate;
    if (!options.ridge().isNumber()) {
      boolean each = options.ridgePer().filter("voxel"::equals).isPresent();
      boolean standardised = options.ridgeError().filter("standardised"::equals).isPresent();
      estimate =
          ("by ridge regression, the penalty of %s chosen in every fold as that of the smallest"
                  + " leave-one-out error among the training words%s")
              .formatted(
                  each ? "each voxel" : "all compared voxels together",
                  standardised
                      ? ", each voxel's error as a share of its variance"
                      : each ? "" : ", squared errors summed over voxels as they are");
    } else {
      double lambda = options.ridge().number();
      estimate =
          lambda == 0
              ? "by least squares"
              : "by ridge regression with penalty " + Numbers.plain(lambda);
    }
    return "The response of every voxel was modelled as a linear function of the features %s, its coefficients estimated %s.%s"
        .formatted(intercept, estimate, options.combine().map(MethodsSection::spaces).orElse(""));
  }

  private static String spaces(String combine) {
    return switch (combine) {
      case "banded" ->
          " Several feature spaces, each scaled by itself, had a penalty each (banded ridge),"
              + " chosen together.";
      case "stacked" ->
          " Each of several feature spaces had a model of its own; their predictions were added"
              + " with weights from 0 up that sum to 1, chosen by the same errors.";
      default ->
          " Several feature spaces, each scaled by itself, stood side by side with one penalty.";
    };
  }

  private static String folds(FitFigures fit) {
    int refitted = fit.method().refittedFolds().orElse(0);
    if (fit.cv().isPresent()) {
      return left(fit);
    }
    return "Cross-validation left two words out: each of the %s pairs of words was held out in turn and the model trained on the other %s%s."
        .formatted(
            Numbers.count(fit.pairs()),
            Counted.of(fit.words() - 2, "word"),
            refitted > 0
                ? " (closed form; %s refitted by the pseudo-inverse)"
                    .formatted(Counted.of(refitted, "fold"))
                : " (closed form, exact)");
  }

  private static String left(FitFigures fit) {
    String pairs = Numbers.count(fit.pairs());
    return switch (fit.cv().orElseThrow()) {
      case "run" ->
          "Cross-validation left one run out: the model was trained on the other runs, in which words may have been shown too, and the words of the run were told apart pair by pair (%s pairs)."
              .formatted(pairs);
      case "word" ->
          "Cross-validation left one word out: the model was trained on the other %s, and the word's image compared with what was predicted for it and for each other word (%s pairs)."
              .formatted(Counted.of(fit.words() - 1, "word"), pairs);
      default ->
          "Cross-validation left out %s in turn: the model was trained on the other words, and the words left out were told apart pair by pair (%s pairs)."
              .formatted(
                  fit.cv().get().equals("fold")
                      ? "the words of each fold of the labels"
                      : "each of the " + fit.left(),
                  pairs);
    };
  }

  private static String criterion(String label) {
    return switch (label) {
      case "snr" ->
          "the ratio of the variance of their responses between words to that between presentations"
              + " of a word";
      case "top-r-train" ->
          "the correlation of their responses with what a model of the other training words"
              + " predicts";
      default ->
          "the mean stability of their region ("
              + label
              + "), and in a region by their own; stability is the mean correlation, over words, of"
              + " a voxel's responses in all pairs of presentations";
    };
  }

  private static String voxels(FitFigures fit, Method options) {
    if (options.select().isPresent() && options.voxels().isNumber()) {
      return "In every fold %s voxels were compared that were chosen by %s; only training words counted."
          .formatted(Numbers.count(fit.selectedVoxels()), criterion(options.select().get()));
    }
    return options.voxels().isNumber()
        ? ("In every fold the %s voxels of highest stability were compared; stability is the mean"
                + " correlation, over words, of a voxel's responses in all pairs of presentations,"
                + " and only training words counted.")
            .formatted(Numbers.count(fit.selectedVoxels()))
        : "All voxels were compared; none were selected.";
  }

  private static String matching(Method options, boolean strict) {
    String similarity = options.metric().equals("correlation") ? "Pearson correlation" : "cosine";
    String rule =
        switch (options.match()) {
          case "single" ->
              "if at least one predicted image was more alike to its own word's image than to the"
                  + " other's";
          case "strict" ->
              "if both predicted images were more alike to their own words' images than to the"
                  + " others'";
          default ->
              "if the right assignment of predicted to observed images had the larger sum of"
                  + " similarities";
        };
    return "Images were compared by %s; a pair was correct %s, and a tie (differences within 1e-9) counted as %s."
        .formatted(similarity, rule, strict ? "half" : "wrong");
  }

  private static Block inference(EvaluationFigures scheme) {
    var text = new ArrayList<String>();
    int permutations = scheme.permutations();
    if (permutations > 0) {
      boolean within = scheme.relabelling().equals("within-category");
      text.add(
          ("p-values are those of %s of the feature vectors over the words%s, images and folds"
                  + " fixed: p = (1 + number at least as accurate) / (number + 1), one-sided.")
              .formatted(
                  Counted.of(permutations, "permutation"), within ? " of the same category" : ""));
    }
    scheme
        .interval()
        .map(
            interval ->
                ("95%% intervals are over words, by %s of %s drawn without replacement with all"
                        + " steps repeated; they are conservative.")
                    .formatted(
                        Counted.of(interval.subsamples(), "subsample"),
                        Counted.of(interval.wordsInEach(), "word")))
        .ifPresent(text::add);
    text.add("Random numbers: seed " + scheme.seed() + ".");
    return new Block.Paragraph(String.join(" ", text));
  }

  /** How maps were thresholded; nothing where there is none with a threshold. */
  private Optional<String> maps() {
    var sentences = new ArrayList<String>();
    List<MapFile> maps =
        files.maps().stream()
            .sorted(Comparator.comparingInt(map -> ViewerMaps.place(map.statistic())))
            .toList();
    for (MapFile map : maps) {
      String sentence = map(map, files.groupMaps().contains(map));
      if (!sentence.isEmpty() && !sentences.contains(sentence)) {
        sentences.add(sentence);
      }
    }
    if (sentences.isEmpty()) {
      return Optional.empty();
    }
    String space =
        files.maps().stream()
            .flatMap(map -> map.sidecar().about().space().stream())
            .findFirst()
            .map(label -> " Coordinates are in mm in the space " + label + ".")
            .orElse("");
    return Optional.of(
        "Held-out predictions of a word are the means over the folds that left it out."
            + " "
            + String.join(" ", sentences)
            + space);
  }

  private static String map(MapFile map, boolean ofGroup) {
    MapSidecar sidecar = map.sidecar();
    Rule rule = sidecar.rule();
    if (rule.threshold().isEmpty()) {
      return "";
    }
    var sentence = new StringBuilder();
    sentence.append(
        "Map of %s: threshold %s (%s), clusters of %s or more (%s neighbours)."
            .formatted(
                (ofGroup ? map.owner() + ", " : "") + map.name(),
                ClusterSection.threshold(rule),
                rule.thresholdKind().orElse(""),
                Counted.of(rule.smallestCluster().orElse(1), "voxel"),
                rule.contiguity().isPresent() ? rule.contiguity().getAsInt() : ""));
    sidecar.chance().nulls().map(MethodsSection::inference).ifPresent(sentence::append);
    rule.atlas()
        .map(ClusterSection::fileName)
        .ifPresent(atlas -> sentence.append(" Anatomical names: ").append(atlas).append('.'));
    return sentence.toString();
  }

  private static String inference(NullFigures nulls) {
    String drawn =
        nulls.nulls().isEmpty()
            ? drawn(nulls.maps(), nulls.method())
            : nulls.nulls().stream()
                    .map(one -> drawn(one.maps(), one.method()))
                    .collect(joining(" and "))
                + ", of which the larger p counts";
    return " Its p-values rest on %s (%s, seed %s); those of peaks and of cluster sizes are corrected by the maximum over the map."
        .formatted(
            drawn,
            nulls.relabelling().orElse(""),
            nulls.seed().isPresent() ? nulls.seed().getAsLong() : "");
  }

  private static String drawn(int maps, String method) {
    return "%s by %s".formatted(Counted.of(maps, "null map"), method);
  }

  private String software() {
    return "Analyses were done with %s."
        .formatted(
            files
                .participants()
                .get(0)
                .model()
                .told()
                .provenance()
                .map(made -> made.tool().sentence())
                .orElse("an unknown version"));
  }
}
