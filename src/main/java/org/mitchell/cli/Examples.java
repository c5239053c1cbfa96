package org.mitchell.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mitchell.provenance.TypedCommand;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What to type, at the end of the help of every command. */
final class Examples {
  /** By the words that name the command; a line each, that needs no folding in 80 columns. */
  private static final Map<String, List<String>> OF =
      inOrder(
          Map.entry(
              "fit",
              List.of(
                  "fit --subject P1",
                  "fit --subject P1..P6 --data tables --features glove.csv --ridge 1",
                  "fit --subject P1 --select snr --voxels 300")),
          Map.entry(
              "check",
              List.of(
                  "check --images betas.nii.gz --labels betas.tsv",
                  "check --bids study --task nouns --features vectors.tsv")),
          Map.entry(
              "predict",
              List.of(
                  "predict celery airplane",
                  "predict banana --features new.tsv",
                  "predict 'celery - carrot + cow'")),
          Map.entry(
              "identify", List.of("identify scan.nii.gz --subject P1 --candidates words.txt")),
          Map.entry(
              "evaluate",
              List.of(
                  "evaluate --subject P1",
                  "evaluate --subject all --scheme rank",
                  "evaluate --subject P1..P9 --ceiling presentations,participants")),
          Map.entry(
              "compare", List.of("compare --subject P1..P9 --features verbs25,glove=glove.csv")),
          Map.entry(
              "across",
              List.of(
                  "across --subject P1..P9",
                  "across --subject P1..P9 --by procrustes --dimensions 10")),
          Map.entry(
              "similarity",
              List.of(
                  "similarity --subject P1..P9 --features verbs25,glove=glove.csv",
                  "similarity --subject P1 --features verbs25 --searchlight")),
          Map.entry(
              "leak",
              List.of(
                  "leak --subject P1 --features glove.csv",
                  "leak --subject P1 --images b.nii.gz --labels b.tsv --cv run")),
          Map.entry(
              "map",
              List.of(
                  "map --subject P1 --atlas aal.nii.gz --atlas-names aal.txt",
                  "map --subject all --group mean")),
          Map.entry("regions", List.of("regions --atlas aal.nii.gz --atlas-names aal.txt")),
          Map.entry("report", List.of("report --subject P1 --background anatomy.nii.gz")),
          Map.entry("view", List.of("view", "view --model verbs --model glove --no-browser")),
          Map.entry("simulate", List.of("simulate --subject sim1 --snr 0.2")),
          Map.entry(
              "power",
              List.of("power --words 40,60 --participants 5,9", "power --snr 0.1 --out power.tsv")),
          Map.entry(
              "bids",
              List.of("bids study out participant --participant-label 01", "bids study out group")),
          Map.entry("demo", List.of("demo")),
          Map.entry("data", List.of("data list")),
          Map.entry("data list", List.of("data list --data tables")),
          Map.entry("data get", List.of("data get P1", "data get P1..P9 --data cmu")),
          Map.entry("corpus", List.of("corpus count --corpus texts --out counts.tsv")),
          Map.entry(
              "corpus count",
              List.of(
                  "corpus count --corpus texts --out counts.tsv",
                  "corpus count --corpus 'shards/*.gz' --nouns n.txt --out counts.tsv")),
          Map.entry(
              "corpus vocabulary",
              List.of("corpus vocabulary --corpus texts --most 1000 --out words.tsv")),
          Map.entry("corpus list", List.of("corpus list", "corpus list enwiki")),
          Map.entry("vectors", List.of("vectors train --corpus texts --out vectors.bin")),
          Map.entry(
              "vectors train",
              List.of(
                  "vectors train --corpus texts --out vectors.bin",
                  "vectors train --corpus a.gz --model skip-gram --out skip.txt")),
          Map.entry("features", List.of("features show celery")),
          Map.entry(
              "features build",
              List.of(
                  "features build --counts counts.tsv --weighting ppmi --out new.tsv",
                  "features build --nouns words.txt --out new.tsv")),
          Map.entry(
              "features embed",
              List.of(
                  "features embed --template \"the {}\" --out minilm.tsv",
                  "features embed --contexts corpus.txt.gz --out in-sentences.tsv",
                  "features embed --stimuli s.tsv --encoder DIR --out s-vectors.tsv")),
          Map.entry("features show", List.of("features show celery --features new.tsv")),
          Map.entry("features compare", List.of("features compare new.tsv verbs25")),
          Map.entry("features plot", List.of("features plot new.tsv --out new.png")),
          Map.entry("vectors neighbours", List.of("vectors neighbours celery --vectors glove.txt")),
          Map.entry(
              "vectors analogy",
              List.of(
                  "vectors analogy king man woman --vectors w2v.bin",
                  "vectors analogy \"paris - france + japan\" --vectors w2v.bin")),
          Map.entry("vectors similarity", List.of("vectors similarity cat dog --vectors w2v.bin")),
          Map.entry(
              "vectors odd-one-out",
              List.of("vectors odd-one-out cat dog cow hammer --vectors w2v.bin")),
          Map.entry(
              "vectors project",
              List.of("vectors project mouse cow ant --axis small,large --vectors w2v.bin")),
          Map.entry(
              "vectors benchmark",
              List.of(
                  "vectors benchmark --vectors a.bin,b.txt --pairs simlex.tsv men.tsv",
                  "vectors benchmark --vectors a.bin --analogies questions-words.txt")),
          Map.entry("vectors convert", List.of("vectors convert glove.txt.gz --out glove.bin")),
          Map.entry("norms", List.of("norms fit --vectors glove.txt --norms concreteness.tsv")),
          Map.entry(
              "norms fit",
              List.of(
                  "norms fit --vectors glove.txt --norms concreteness.tsv",
                  "norms fit --vectors w2v.bin --norms glasgow.tsv --model mlp --out g")),
          Map.entry(
              "norms predict",
              List.of(
                  "norms predict igloo dresser --vectors w2v.bin --norms binder.tsv",
                  "norms predict --vectors w2v.bin --norms binder.tsv --out new.tsv")),
          Map.entry(
              "norms compare",
              List.of("norms compare --vectors a.bin,b.txt --norms c.tsv,d.tsv --ridge 1")),
          Map.entry("vectors list", List.of("vectors list w2v.bin glove.txt.gz")),
          Map.entry("figure", List.of("figure slices map.nii.gz --out slices.png")),
          Map.entry(
              "figure slices",
              List.of(
                  "figure slices map.nii.gz --cuts -12,0,12 --out slices.png",
                  "figure slices map.nii.gz --view all --cuts peak --out peak.svg")),
          Map.entry(
              "figure glass", List.of("figure glass map.nii.gz --threshold 0.28 --out g.png")),
          Map.entry(
              "figure surface",
              List.of("figure surface map.nii.gz --mesh lh.gii,rh.gii --out s.png")),
          Map.entry("figure signatures", List.of("figure signatures P1 --out signatures.png")),
          Map.entry(
              "figure scatter", List.of("figure scatter P1 --words celery --out scatter.png")),
          Map.entry("figure shares", List.of("figure shares P1 --out shares.svg")),
          Map.entry("figure accuracy", List.of("figure accuracy P1..P9 --out accuracy.svg")),
          Map.entry(
              "figure similarity", List.of("figure similarity P1 --of predicted --out s.png")),
          Map.entry(
              "figure words",
              List.of(
                  "figure words verbs25 --method tsne --out words.png",
                  "figure words w2v.bin --words cow,milk --arrows cow:milk --out c.svg",
                  "figure words c.tsv --features v.tsv --colour picture --out p.png")),
          Map.entry(
              "figure attention",
              List.of(
                  "figure attention \"the bird sang in the cold\" --out attention.png",
                  "figure attention \"a dog barked\" --layer 2 --head 3 --out head.svg")),
          Map.entry("completion", List.of("completion >mitchell.bash")),
          Map.entry("help", List.of("help fit")));

  private Examples() {}

  @SafeVarargs
  private static Map<String, List<String>> inOrder(Map.Entry<String, List<String>>... entries) {
    var map = new LinkedHashMap<String, List<String>>();
    for (var entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  /** Adds them to the help of all commands below this one. */
  static void addTo(CommandLine command) {
    command.getSubcommands().values().forEach(below -> addTo(below, below.getCommandName()));
  }

  private static void addTo(CommandLine command, String name) {
    UsageMessageSpec message = command.getCommandSpec().usageMessage();
    var footer = new ArrayList<>(List.of(message.footer()));
    footer.addAll(List.of("", "Example:"));
    Stream.ofNullable(OF.get(name))
        .flatMap(List::stream)
        .map(example -> "  " + TypedCommand.program() + " " + example)
        .forEach(footer::add);
    message.footer(footer.toArray(String[]::new));
    command
        .getSubcommands()
        .values()
        .forEach(below -> addTo(below, name + " " + below.getCommandName()));
  }
}
