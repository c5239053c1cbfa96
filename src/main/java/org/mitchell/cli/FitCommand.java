package org.mitchell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mitchell.features.FeatureSource;
import org.mitchell.features.FeatureSources;
import org.mitchell.files.Json;
import org.mitchell.fmri.CategoryTable;
import org.mitchell.jobs.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mitchell fit}: read, cross-validate, fit, map, write. */
@Command(
    name = "fit",
    description = "Fit participants: leave-two-out evaluation, encoding model, maps.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class FitCommand implements Callable<Integer> {
  @Mixin private ParticipantOptions participants;
  @Mixin private FeatureOptions features;
  @Mixin private ModelOptions model;

  @Option(
      names = "--categories",
      paramLabel = "FILE",
      description = "table of word and category (default: the file's own; those of the paper's 60 nouns are built in)")
  private Path categories;

  @Option(names = "--out", paramLabel = "DIR", description = "where results go (default: ${DEFAULT-VALUE})")
  private Path out = Path.of("derivatives", "mitchell");

  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<String> labels = participants.subjects();
    var files = new LinkedHashMap<String, Path>();
    for (String label : labels) {
      files.put(label, participants.file(label, common));
    }
    try (Workers workers = common.workers()) {
      FeatureSource source = FeatureSources.named(features.features(), workers);
      Map<String, String> given = categories == null ? Map.of() : CategoryTable.read(categories);
      var run = new FitRun(common, workers, CommandWords.of(spec));
      var summaries = new ArrayList<Map<String, Object>>();
      for (var file : files.entrySet()) {
        var result = run.run(request(file.getKey(), file.getValue(), source, given));
        summaries.add(result.written().summary());
        FitTable.lines(result, name(features.features())).forEach(common::print);
      }
      report(summaries, labels);
    }
    return 0;
  }

  private FitRun.Request request(String label, Path file, FeatureSource source, Map<String, String> given)
      throws IOException {
    var others = new ArrayList<Path>();
    if (Files.isRegularFile(Path.of(features.features()))) {
      others.add(Path.of(features.features()));
    }
    return new FitRun.Request(
        label,
        file,
        participants.readOptions(),
        given,
        words -> features.columns(source.vectors(words)),
        features.features(),
        features.columns(),
        features.requireAll(),
        model::forResponses,
        others,
        out);
  }

  private void report(List<Map<String, Object>> summaries, List<String> labels) {
    double mean = summaries.stream().mapToDouble(s -> (double) s.get("accuracy")).average().orElseThrow();
    if (summaries.size() > 1) {
      common.print("");
      common.print("Mean accuracy of %d participants: %s".formatted(summaries.size(), FitTable.decimal(mean)));
    }
    common.print("");
    common.print("Next: mitchell predict celery --subject " + labels.get(0) + modelOption());
    if (common.json()) {
      var all = new LinkedHashMap<String, Object>();
      all.put("subjects", summaries);
      all.put("meanAccuracy", mean);
      System.out.print(Json.text(summaries.size() == 1 ? summaries.get(0) : all));
    }
  }

  private String modelOption() {
    return out.equals(Path.of("derivatives", "mitchell")) ? "" : " --model " + out;
  }

  private static String name(String features) {
    return Path.of(features).getFileName().toString();
  }
}
