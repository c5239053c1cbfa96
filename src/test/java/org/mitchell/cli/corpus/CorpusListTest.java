package org.mitchell.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.cli.Mitchell;
import org.mitchell.cli.Ran;
import org.mitchell.corpus.PublicCorpora;
import org.mitchell.corpus.PublicCorpus;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class CorpusListTest {
  static List<PublicCorpus> corpora() {
    return PublicCorpora.all();
  }

  @Test
  void theTableHasALineForEveryCorpus() {
    List<String> lines = Ran.mitchell("corpus", "list").succeeds().out().lines().toList();
    for (PublicCorpus corpus : corpora()) {
      assertThat(lines)
          .filteredOn(line -> line.startsWith("  " + corpus.name() + " "))
          .singleElement()
          .satisfies(line -> assertThat(line).contains(corpus.licence()));
    }
    assertThat(lines)
        .contains("Ready now", "Free download", "With a licence")
        .last()
        .asString()
        .contains("mitchell corpus list NAME");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 120, 200})
  void theTableFitsTheTerminal(int width) {
    List<String> lines = new CorpusTable(corpora(), 1).lines(width);
    assertThat(lines).allMatch(line -> line.length() <= Math.min(width, 120));
    boolean titles = String.join("\n", lines).contains(corpora().get(0).title());
    assertThat(titles).isEqualTo(width >= 120);
  }

  @Test
  void columnsStayInLine() {
    List<String> lines = new CorpusTable(corpora(), 2).lines(120);
    int licence = lines.get(0).indexOf("licence");
    int what = lines.get(0).indexOf("what");
    for (PublicCorpus corpus : corpora()) {
      assertThat(lines)
          .filteredOn(line -> line.startsWith("  " + corpus.name() + " "))
          .allMatch(line -> line.startsWith(corpus.licence() + " ", licence))
          .allMatch(line -> line.substring(what).equals(corpus.title()));
    }
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void oneCorpusIsToldInFull(PublicCorpus corpus) {
    List<String> lines =
        Ran.mitchell("corpus", "list", corpus.name()).succeeds().out().lines().toList();
    String text = String.join("\n", lines);
    assertThat(text).contains(corpus.title(), corpus.page(), corpus.format());
    assertThat(text.replaceAll("\\s+", " ")).contains(corpus.terms(), corpus.note());
    assertThat(lines)
        .containsAll(corpus.get().stream().map(step -> "  " + step).toList())
        .containsAll(corpus.sources().stream().map(source -> "  " + source).toList())
        .contains("  mitchell " + String.join(" ", corpus.command()));
    int firstBlock = lines.indexOf(corpus.get().isEmpty() ? "Count it:" : "Get it:");
    assertThat(lines.subList(2, firstBlock)).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @MethodSource("corpora")
  void theCommandIsOneThatCanBeTyped(PublicCorpus corpus) {
    CommandLine count =
        Mitchell.commandLine().getSubcommands().get("corpus").getSubcommands().get("count");
    boolean formats = count.getCommandSpec().findOption("--format") != null;
    if (formats || !corpus.command().contains("--format")) {
      assertThat(Mitchell.commandLine().parseArgs(corpus.command().toArray(String[]::new)).errors())
          .isEmpty();
    }
  }

  @Test
  void anUnknownNameIsMetWithTheNearest() {
    assertThat(Ran.mitchell("corpus", "list", "enwki").failsWith(1).err())
        .contains("enwki", "enwiki", "mitchell corpus list");
    Ran.mitchell("corpus", "list", "enwiki", "c4").failsWith(2);
    Ran.mitchell("corpus", "list", "--threads", "0").failsWith(2);
  }

  @Test
  void jsonHasThemAllWithUnknownFiguresAsNull() {
    JsonNode json = Ran.mitchell("corpus", "list", "--json").succeeds().json().path("corpora");
    assertThat(json.valueStream().map(corpus -> corpus.path("name").asString()))
        .containsExactlyElementsOf(corpora().stream().map(PublicCorpus::name).toList());
    JsonNode web1t = Ran.mitchell("corpus", "list", "web1t", "--json").succeeds().json();
    JsonNode entry = web1t.path("corpora").path(0);
    assertThat(entry.path("words").asLong()).isEqualTo(1_024_908_267_229L);
    assertThat(entry.path("access").asString()).isEqualTo("licence");
    assertThat(entry.path("about").valueStream().map(JsonNode::asString))
        .containsExactly("download", "text");
    JsonNode crawl =
        Ran.mitchell("corpus", "list", "common-crawl", "--json").succeeds().json().path("corpora");
    assertThat(crawl.path(0).path("words").isNull()).isTrue();
  }

  @Test
  void twiceTheThreadsHalveTheTime() {
    assertThat(secondsToCount(2)).isCloseTo(secondsToCount(1) / 2, within(1e-3));
  }

  private static double secondsToCount(int threads) {
    JsonNode json =
        Ran.mitchell("corpus", "list", "c4", "--threads", threads, "--json").succeeds().json();
    assertThat(json.path("threads").asInt()).isEqualTo(threads);
    return json.path("corpora").path(0).path("secondsToCount").asDouble();
  }
}
