package org.mitchell.corpus.formats;

import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.mitchell.files.Remedy;

/**
 * Text with a structure that is not read, whose marks would be counted as words: told by its
 * beginning, to be refused.
 */
final class UnreadStructure {
  private static final String REFUSED =
      "got %s where running text or another format that is read is expected. %s; "
          + Remedy.AS_IT_STANDS.words();
  private static final String TO_TEXT = "Make plain text of it first";
  private static final String LATEX = TO_TEXT + " (detex, pandoc -t plain)";
  private static final String WITHOUT_TAGS = "Take the tags off first";

  private static final List<Kind> KINDS =
      List.of(
          kind("RTF", TO_TEXT + " (a word processor can)", "\\{\\\\rtf"),
          kind("LaTeX", LATEX, "\\\\(documentclass|documentstyle|begin\\{|input\\{|section\\{)"),
          kind("PostScript", TO_TEXT + " (ps2ascii)", "%!PS"),
          kind("a box of mails (mbox)", TO_TEXT, "From \\S+ [^\\n]*\\d{4}[^\\n]*\\n[A-Z][\\w-]*: "),
          kind(
              "subtitles (SRT)",
              "Take numbers, times and tags out first",
              "\\d+\\s*\\n\\d+:\\d\\d:\\d\\d[,.]\\d+ --> "),
          kind("subtitles (WebVTT)", "Take times and tags out first", "WEBVTT[ \\t\\r\\n]"),
          kind(
              "a dump of a database (SQL)",
              TO_TEXT,
              "(--[^\\n]*\\n){0,3}-- (MySQL|MariaDB|PostgreSQL)"),
          kind("a CHAT transcript", "Take the speakers' lines out first", "@UTF8|@Begin"),
          kind("a Praat TextGrid", TO_TEXT, "File type = \"oo"),
          kind(
              "objects as Python prints them",
              "Write them as JSON (json.dumps)",
              "[\\[({]?\\{'[^'\\n]*': "),
          kind("trees in brackets", WITHOUT_TAGS, "\\(+\\s*(S|ROOT|TOP|NP|FRAG)?\\s*\\(\\w+ ?\\("),
          kind(
              "tags of XML or SGML that are not well-formed",
              "Take the tags out first, or mend them",
              "<([A-Za-z][\\w.:-]*)(\\s+[\\w.:-]+\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s\"'>]+)){0,30}\\s*/?>\\s*\\n"),
          kind(
              "tags of XML or SGML that are not well-formed",
              "Take the tags out first, or mend them",
              "<!(DOCTYPE|ENTITY|ELEMENT)\\s"));

  /** Tags of the Penn Treebank and CLAWS, and of the Brown corpus, behind a slash or underscore. */
  private static final Pattern TAG =
      Pattern.compile(
          "/[A-Za-z$.,:;'`()*-]{1,6}[A-Za-z0-9$*+-]{0,6}|_[A-Z$.,:;'`()-]{1,5}[0-9]{0,2}");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final int FEWEST_WORDS = 6;
  private static final int FEWEST_NUMBERS = 10;

  private record Kind(String name, String whatToDo, Pattern beginning) {}

  private UnreadStructure() {}

  private static Kind kind(String name, String whatToDo, String beginning) {
    return new Kind(name, whatToDo, Pattern.compile(beginning));
  }

  /**
   * What to tell the user; nothing where it is running text.
   *
   * @param beginning of content that is in none of the formats, from its first character on
   */
  static Optional<String> problem(String beginning) {
    for (var kind : KINDS) {
      if (kind.beginning().matcher(beginning).lookingAt()) {
        return Optional.of(REFUSED.formatted(kind.name(), kind.whatToDo()));
      }
    }
    if (beginning.contains("\\begin{document}")) {
      return Optional.of(REFUSED.formatted("LaTeX", LATEX));
    }
    if (mostWordsAreTagged(beginning)) {
      return Optional.of(REFUSED.formatted("words with tags behind them (the/DT)", WITHOUT_TAGS));
    }
    if (mostLinesAreVectors(beginning)) {
      return Optional.of(
          REFUSED.formatted("vectors of words", Remedy.VECTORS_ARE_FEATURES.words()));
    }
    return Optional.empty();
  }

  private static boolean mostWordsAreTagged(String beginning) {
    int words = 0;
    int tagged = 0;
    for (var word = new StringTokenizer(beginning); word.hasMoreTokens(); words++) {
      tagged += isTagged(word.nextToken()) ? 1 : 0;
    }
    return words >= FEWEST_WORDS && 10 * tagged >= 9 * words;
  }

  private static boolean isTagged(String word) {
    int tag = Math.max(word.lastIndexOf('/'), word.lastIndexOf('_'));
    return tag > 0 && TAG.matcher(word.substring(tag)).matches();
  }

  private static boolean mostLinesAreVectors(String beginning) {
    var lines = beginning.lines().toList();
    long vectors = lines.stream().filter(UnreadStructure::isVector).count();
    return vectors > 1 && 10 * vectors >= 9 * (lines.size() - 1);
  }

  /** A word and many numbers. */
  private static boolean isVector(String line) {
    var cells = new StringTokenizer(line);
    int numbers = -1;
    while (cells.hasMoreTokens()) {
      boolean number = NUMBER.matcher(cells.nextToken()).matches();
      if (!number && numbers >= 0) {
        return false;
      }
      numbers++;
    }
    return numbers >= FEWEST_NUMBERS;
  }
}
