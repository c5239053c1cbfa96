package org.mitchell.cli.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mitchell.cli.text.Decimals;
import org.mitchell.features.TableAgreement;
import org.mitchell.text.Counted;

/** The agreement of two feature tables as lines of text for people, at most 100 columns wide. */
final class AgreementTable {
  private static final int WIDTH = 100;

  /** So many words of each end are shown. */
  private static final int ENDS = 8;

  private static final int WORD = 24;

  private final String first;
  private final String second;
  private final TableAgreement agreement;

  AgreementTable(String first, String second, TableAgreement agreement) {
    this.first = first;
    this.second = second;
    this.agreement = agreement;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("A  " + end(first, WIDTH - 3));
    lines.add("B  " + end(second, WIDTH - 3));
    lines.add("%s, %s".formatted(Counted.of(agreement.words().size(), "shared noun"), columns()));
    lines.add("");
    if (!agreement.perWord().isEmpty()) {
      lines.add("  of each noun's two vectors      mean  median  lowest  highest");
      lines.add(summary("cosine", agreement.cosines()));
      lines.add(summary("rank correlation", agreement.ranks()));
    }
    lines.add(
        "  similarities between nouns: rank correlation %s over %s"
            .formatted(Decimals.decimal(agreement.similarity()), pairs()));
    lines.addAll(ends());
    lines.addAll(words("all zero in A or B (no cosine)", agreement.zeroWords()));
    lines.addAll(words("only in A", agreement.onlyInA()));
    lines.addAll(words("only in B", agreement.onlyInB()));
    return lines;
  }

  private String columns() {
    return switch (agreement.matching()) {
      case NAME ->
          "%s matched by name%s"
              .formatted(Counted.of(agreement.features(), "feature"), ofHowMany());
      case ORDER ->
          "%s matched by their order: no name is in both"
              .formatted(Counted.of(agreement.features(), "feature"));
      case NONE ->
          "no feature in common, and other numbers: only similarities between nouns are compared";
    };
  }

  private String ofHowMany() {
    int ofA = agreement.featuresOfA();
    int ofB = agreement.featuresOfB();
    return agreement.features() == ofA && agreement.features() == ofB
        ? ""
        : " (of %,d in A and %,d in B; the others are not compared)".formatted(ofA, ofB);
  }

  private String pairs() {
    return agreement.pairs() < agreement.allPairs()
        ? "%,d of %s, drawn at random"
            .formatted(agreement.pairs(), Counted.of(agreement.allPairs(), "pair"))
        : Counted.of(agreement.pairs(), "pair");
  }

  private static String summary(String name, TableAgreement.Summary summary) {
    return "  %-28s%8s%8s%8s%9s"
        .formatted(
            name,
            Decimals.decimal(summary.mean()),
            Decimals.decimal(summary.median()),
            Decimals.decimal(summary.lowest()),
            Decimals.decimal(summary.highest()));
  }

  /** The words that agree least, and beside them those that agree most. */
  private List<String> ends() {
    List<TableAgreement.Word> sorted =
        agreement.perWord().stream()
            .filter(word -> !Double.isNaN(word.cosine()))
            .sorted(Comparator.comparingDouble(TableAgreement.Word::cosine))
            .toList();
    if (sorted.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "  %-24s %6s  %6s      %-24s %6s  %6s"
            .formatted("least alike", "cosine", "rank", "most alike", "cosine", "rank"));
    int shown = Math.min(ENDS, sorted.size());
    for (int i = 0; i < shown; i++) {
      lines.add("  " + word(sorted.get(i)) + "      " + word(sorted.get(sorted.size() - 1 - i)));
    }
    lines.add("");
    return lines;
  }

  private static String word(TableAgreement.Word word) {
    String name = word.word().replaceAll("\\p{Cntrl}", " ");
    return "%-24s %6s  %6s"
        .formatted(
            name.length() <= WORD ? name : name.substring(0, WORD - 1) + "…",
            Decimals.decimal(word.cosine()),
            Decimals.decimal(word.rank()));
  }

  /** A list on one line; what does not fit is counted. */
  private static List<String> words(String what, List<String> words) {
    if (words.isEmpty()) {
      return List.of();
    }
    var line = new StringBuilder("  %s: %,d: ".formatted(what, words.size()));
    for (int i = 0; i < words.size(); i++) {
      String more = i == words.size() - 1 ? "" : ", ...";
      if (line.length() + words.get(i).length() + more.length() > WIDTH) {
        return List.of(line + "...");
      }
      line.append(words.get(i)).append(i == words.size() - 1 ? "" : ", ");
    }
    return List.of(line.toString());
  }

  /** The last letters of a name that is too long. */
  private static String end(String name, int width) {
    return name.length() <= width ? name : "…" + name.substring(name.length() - width + 1);
  }
}
