package org.mitchell.corpus.formats;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How the elements of texts in XML and SGML part the text in them, by the names that TEI, the BNC,
 * corpora for the Corpus Workbench, TREC and Gigaword use.
 */
enum MarkupElements {
  /** Text runs on through it: emphasis in the middle of a word. */
  INLINE(""),
  /** Its text stands apart from the words around it. */
  WORD(" "),
  /** A line of its own: a sentence, a verse, a cell. */
  LINE("\n"),
  /** A paragraph of its own, with blank lines around it. */
  PARAGRAPH("\n\n"),
  /** What it holds is about the text, and no text. */
  DROPPED("\n\n");

  private static final Set<String> INLINE_NAMES =
      names(
          "hi emph i b em strong sup sub small big span font a ref ptr abbr corr sic foreign term"
              + " mentioned distinct add unclear supplied ex am name persname placename anchor"
              + " milestone");
  private static final Set<String> LINES =
      names("s sent sentence l line lb br caption cell row item li tr td th option seg");
  private static final Set<String> PARAGRAPHS =
      names(
          "p para par paragraph head heading headline title h1 h2 h3 h4 h5 h6 div div1 div2 div3"
              + " div4 u utterance turn sp lg quote text body front back doc document article"
              + " section sec chapter abstract summary item entry story page post turn note table"
              + " list poem");
  private static final Set<String> DROPPED_NAMES =
      names(
          "teiheader idsheader cesheader header script style docno docid docoldno dochdr datetime"
              + " date_time doctype");

  private final String separator;

  MarkupElements(String separator) {
    this.separator = separator;
  }

  /** How an element of this name parts text, in capitals or not, with or without a prefix. */
  static MarkupElements of(String name) {
    String local = name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    if (DROPPED_NAMES.contains(local)) {
      return DROPPED;
    }
    if (PARAGRAPHS.contains(local)) {
      return PARAGRAPH;
    }
    if (LINES.contains(local)) {
      return LINE;
    }
    return INLINE_NAMES.contains(local) ? INLINE : WORD;
  }

  /** Whether an element of this name is a document in a collection of them. */
  static boolean isDocument(String name) {
    return name.equalsIgnoreCase("doc")
        || name.equalsIgnoreCase("text")
        || name.equalsIgnoreCase("file")
        || name.equalsIgnoreCase("article");
  }

  /** What stands before and behind the text of such an element. */
  String separator() {
    return separator;
  }

  private static Set<String> names(String names) {
    return Set.copyOf(List.of(names.split(" ")));
  }
}
