package org.mitchell.corpus.formats;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Entities;

/**
 * The second pass over wikitext, without templates now: tables, links, tags, headings, lists,
 * quotes, entities.
 */
final class WikiMarkup {
  private static final String NOT_IN_TARGETS = "|[]{}<>\n";
  private static final int LONGEST_ENTITY = 32;
  private static final int LONGEST_MAGIC_WORD = 32;
  private static final int LONGEST_HEADING_MARK = 6;

  private static final List<String> SCHEMES =
      List.of("http://", "https://", "//", "ftp://", "mailto:", "news:", "irc://", "tel:");

  private static final Set<String> INLINE_TAGS =
      Set.of(
          "abbr b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb rp rt rtc"
              .concat(" ruby s samp small span strike strong sub sup time tt u var wbr")
              .concat(" noinclude onlyinclude poem")
              .split(" "));

  private static final Set<String> BLOCK_TAGS =
      Set.of(
          "blockquote br caption center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p table tbody td"
              .concat(" tfoot th thead tr ul")
              .split(" "));

  private static final String TABLE = "table";

  private final String page;
  private final DumpHead dump;
  private final StringBuilder text;
  private final Deque<Opened> open = new ArrayDeque<>();
  private int openTables;
  private int openHtmlTables;
  private int at;

  /** Where the marks behind the heading under way begin. */
  private int headingEnd = -1;

  private enum Kind {
    TABLE,
    HTML_TABLE,
    /** A link whose text is shown. */
    LINK,
    /** A link to a picture or category. */
    DROPPED_LINK,
    EXTERNAL_LINK
  }

  /** What was opened, and how much text there was before it. */
  private record Opened(Kind kind, int textBefore) {}

  private WikiMarkup(String page, DumpHead dump) {
    this.page = page;
    this.dump = dump;
    this.text = new StringBuilder(page.length());
  }

  static String strip(String page, DumpHead dump) {
    return new WikiMarkup(page, dump).stripped();
  }

  private String stripped() {
    lineStart();
    int plain = at;
    while (at < page.length()) {
      if (!isMarkup(page.charAt(at))) {
        at++;
        continue;
      }
      text.append(page, plain, at);
      plain = at;
      if (markup(page.charAt(at))) {
        plain = at;
      } else {
        at = plain + 1;
      }
    }
    return text.append(page, plain, at).toString();
  }

  private static boolean isMarkup(char c) {
    return switch (c) {
      case '\n', '[', ']', '<', '&', '\'', '_', '=' -> true;
      default -> false;
    };
  }

  /** Takes the markup that begins here; false if it is only a character of the text. */
  private boolean markup(char first) {
    return switch (first) {
      case '\n' -> newLine();
      case '[' -> isNext('[') ? link() : externalLink();
      case ']' -> isNext(']') && closeLink() || closeExternalLink();
      case '<' -> tag();
      case '&' -> entity();
      case '\'' -> quotes();
      case '_' -> magicWord();
      default -> headingEnds();
    };
  }

  private boolean newLine() {
    text.append('\n');
    at++;
    lineStart();
    return true;
  }

  /** Takes what is markup at the beginning of a line only. */
  private void lineStart() {
    int start = at;
    passOver("*#:; ");
    if (page.startsWith("{|", at)) {
      at += 2;
      openTables++;
      open.push(new Opened(Kind.TABLE, text.length()));
    } else if (page.startsWith("|}", at) && openTables > 0) {
      at += 2;
      closeTable(Kind.TABLE);
    } else if (page.startsWith("----", at)) {
      passOver("-");
    } else if (at == start && page.startsWith("=", at)) {
      headingStarts();
    }
  }

  /** Takes back all that was written since the last table of this kind was opened. */
  private void closeTable(Kind kind) {
    Opened closed;
    do {
      closed = open.pop();
      openTables -= closed.kind() == Kind.TABLE ? 1 : 0;
      openHtmlTables -= closed.kind() == Kind.HTML_TABLE ? 1 : 0;
    } while (closed.kind() != kind);
    text.setLength(closed.textBefore());
  }

  private void headingStarts() {
    int lineEnd = page.indexOf('\n', at);
    int end = lineEnd < 0 ? page.length() : lineEnd;
    while (end > at && page.charAt(end - 1) == ' ') {
      end--;
    }
    int marks = 0;
    while (marks < LONGEST_HEADING_MARK
        && at + marks < end - marks - 1
        && page.charAt(at + marks) == '='
        && page.charAt(end - marks - 1) == '=') {
      marks++;
    }
    if (marks > 0) {
      at += marks;
      headingEnd = end - marks;
      passOver(" ");
    }
  }

  private boolean headingEnds() {
    if (at != headingEnd) {
      return false;
    }
    passOver("=");
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    return true;
  }

  private boolean link() {
    int start = at + 2;
    int end = start;
    while (end < page.length() && NOT_IN_TARGETS.indexOf(page.charAt(end)) < 0) {
      end++;
    }
    boolean piped = end < page.length() && page.charAt(end) == '|';
    if (!piped && !page.startsWith("]]", end)) {
      at = start;
      return true;
    }
    if (dump.showsNoText(page.substring(start, end))) {
      open.push(new Opened(Kind.DROPPED_LINK, text.length()));
      at = end;
    } else {
      open.push(new Opened(Kind.LINK, text.length()));
      at = piped ? end + 1 : start;
      at += !piped && page.startsWith(":", start) ? 1 : 0;
    }
    return true;
  }

  private boolean closeLink() {
    if (page.startsWith("]]]", at) && closeExternalLink()) {
      return true;
    }
    while (!open.isEmpty() && open.peek().kind() == Kind.EXTERNAL_LINK) {
      open.pop();
    }
    at += 2;
    if (!open.isEmpty() && !isTable(open.peek())) {
      var closed = open.pop();
      if (closed.kind() == Kind.DROPPED_LINK) {
        text.setLength(closed.textBefore());
      }
    }
    return true;
  }

  private static boolean isTable(Opened opened) {
    return opened.kind() == Kind.TABLE || opened.kind() == Kind.HTML_TABLE;
  }

  private boolean externalLink() {
    int start = at + 1;
    if (SCHEMES.stream().noneMatch(scheme -> page.startsWith(scheme, start))) {
      return false;
    }
    at = start;
    while (at < page.length() && " ]\n[<".indexOf(page.charAt(at)) < 0) {
      at++;
    }
    if (page.startsWith("]", at)) {
      at++;
    } else if (page.startsWith(" ", at)) {
      passOver(" ");
      open.push(new Opened(Kind.EXTERNAL_LINK, text.length()));
    }
    return true;
  }

  private boolean closeExternalLink() {
    if (open.isEmpty() || open.peek().kind() != Kind.EXTERNAL_LINK) {
      return false;
    }
    open.pop();
    at++;
    return true;
  }

  private boolean tag() {
    int start = at + (isNext('/') ? 2 : 1);
    int end = start;
    while (end < page.length() && Character.isLetterOrDigit(page.charAt(end))) {
      end++;
    }
    String name = page.substring(start, end).toLowerCase(Locale.ROOT);
    boolean block = BLOCK_TAGS.contains(name);
    if (!block && !INLINE_TAGS.contains(name) && !WikiTemplates.isElement(name)) {
      return false;
    }
    while (end < page.length() && page.charAt(end) != '>' && page.charAt(end) != '<') {
      end++;
    }
    if (!page.startsWith(">", end)) {
      return false;
    }
    boolean closes = page.charAt(start - 1) == '/';
    boolean empty = page.charAt(end - 1) == '/';
    at = end + 1;
    if (name.equals(TABLE) && closes && openHtmlTables > 0) {
      closeTable(Kind.HTML_TABLE);
    }
    if (block && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    if (name.equals(TABLE) && !closes && !empty) {
      openHtmlTables++;
      open.push(new Opened(Kind.HTML_TABLE, text.length()));
    }
    return true;
  }

  private boolean entity() {
    int end = at + 1;
    int most = Math.min(page.length(), at + LONGEST_ENTITY);
    while (end < most && page.charAt(end) != ';') {
      end++;
    }
    if (!page.startsWith(";", end)) {
      return false;
    }
    String name = page.substring(at + 1, end);
    String character = name.startsWith("#") ? numbered(name) : Entities.getByName(name);
    text.append(character);
    at = character.isEmpty() ? at : end + 1;
    return !character.isEmpty();
  }

  private static String numbered(String name) {
    try {
      boolean hex = name.startsWith("#x") || name.startsWith("#X");
      int codePoint =
          hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      boolean valid =
          Character.isValidCodePoint(codePoint)
              && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
      return valid ? Character.toString(codePoint) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }

  /** Two or more apostrophes: italics, bold, or both; those beyond are text. */
  private boolean quotes() {
    int start = at;
    passOver("'");
    int count = at - start;
    if (count < 2) {
      return false;
    }
    int marks = count == 4 ? 3 : Math.min(count, 5);
    text.append("'".repeat(count - marks));
    return true;
  }

  private boolean magicWord() {
    if (!isNext('_')) {
      return false;
    }
    int end = at + 2;
    int most = Math.min(page.length(), at + LONGEST_MAGIC_WORD);
    while (end < most && Character.isUpperCase(page.charAt(end))) {
      end++;
    }
    if (end == at + 2 || !page.startsWith("__", end)) {
      return false;
    }
    at = end + 2;
    return true;
  }

  private boolean isNext(char c) {
    return at + 1 < page.length() && page.charAt(at + 1) == c;
  }

  private void passOver(String characters) {
    while (at < page.length() && characters.indexOf(page.charAt(at)) >= 0) {
      at++;
    }
  }
}
