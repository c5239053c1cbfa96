package org.mitchell.cli.corpus;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.mitchell.cli.options.CommonOptions;
import org.mitchell.corpus.PublicCorpora;
import org.mitchell.corpus.PublicCorpus;
import org.mitchell.files.InputException;
import org.mitchell.jobs.Workers;
import org.mitchell.provenance.TypedCommand;
import org.mitchell.words.NearestWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mitchell corpus list}: which texts there are to count. */
@Command(
    name = "list",
    description =
        "List public corpora: their size and licence, how to get each, and how long counting"
            + " takes.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class CorpusListCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = CorpusListCommand.CorpusNames.class,
      description = "one of them: how to get and count it (default: a table of all)")
  private String name;

  @Mixin private CommonOptions common;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    int threads;
    try (Workers workers = common.workers()) {
      threads = workers.threads();
    }
    if (name == null) {
      printTable(threads);
      printJson(PublicCorpora.all(), threads);
    } else {
      PublicCorpus corpus = PublicCorpora.named(name).orElseThrow(() -> unknown(name));
      new CorpusDetails(corpus, threads).lines().forEach(common::print);
      printJson(List.of(corpus), threads);
    }
    return 0;
  }

  private void printTable(int threads) {
    int width = spec.usageMessage().autoWidth(true).width();
    new CorpusTable(PublicCorpora.all(), threads).lines(width).forEach(common::print);
    common.print("");
    common.print(
        "~ about, ? not stated. The time is an estimate for this many threads: " + threads + ".");
    common.print("Memory does not grow with a corpus. Compressed files are counted as they are:");
    common.print("they take no disk beyond the download.");
    common.print("");
    common.print("How to get one and count it: " + TypedCommand.mitchell("corpus", "list", "NAME"));
  }

  private void printJson(List<PublicCorpus> corpora, int threads) {
    var json = new LinkedHashMap<String, Object>();
    json.put("threads", threads);
    json.put("corpora", corpora.stream().map(corpus -> json(corpus, threads)).toList());
    common.printJson(json);
  }

  private static Map<String, Object> json(PublicCorpus corpus, int threads) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", corpus.name());
    json.put("title", corpus.title());
    json.put("access", word(corpus.access()));
    json.put("licence", corpus.terms());
    json.put("page", corpus.page());
    json.put("format", corpus.format());
    json.put("downloadBytes", orNull(corpus.downloadBytes()));
    json.put("textBytes", corpus.text().bytes());
    json.put("words", orNull(corpus.tokens()));
    json.put("about", corpus.about().stream().map(CorpusListCommand::word).sorted().toList());
    json.put("secondsToCount", corpus.text().timeToCount(threads).toMillis() / 1e3);
    json.put("get", corpus.get());
    json.put("command", CorpusDetails.command(corpus));
    json.put("note", corpus.note());
    json.put("sources", corpus.sources());
    json.put("checked", corpus.checked().toString());
    return json;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Long orNull(OptionalLong figure) {
    return figure.isPresent() ? figure.getAsLong() : null;
  }

  private static InputException unknown(String name) {
    List<String> near = NearestWords.of(name, names(), 3);
    return new InputException(
        "%s is none of the listed corpora.%s '%s' shows them all"
            .formatted(
                name,
                near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?",
                TypedCommand.mitchell("corpus", "list")));
  }

  private static List<String> names() {
    return PublicCorpora.all().stream().map(PublicCorpus::name).toList();
  }

  /** What NAME may be, for the completion of a shell. */
  static final class CorpusNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }
  }
}
