package org.mitchell.corpus.formats;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The first pass over wikitext, in the order in which MediaWiki takes it: comments, elements of
 * extensions, templates. What is shown as it stands ({@code <nowiki>}) is written so that the next
 * pass leaves it alone.
 */
final class WikiTemplates {
  private static final String COMMENT = "<!--";
  private static final String COMMENT_END = "-->";

  /** Elements whose content is no wikitext: shown as it stands, or not as running text. */
  private static final Set<String> SHOWN = Set.of("nowiki", "pre");

  private static final Set<String> DROPPED =
      Set.of(
          "ref",
          "references",
          "math",
          "chem",
          "ce",
          "gallery",
          "timeline",
          "score",
          "hiero",
          "graph",
          "mapframe",
          "maplink",
          "imagemap",
          "inputbox",
          "categorytree",
          "syntaxhighlight",
          "source",
          "templatestyles",
          "templatedata",
          "section",
          "indicator",
          "includeonly");

  private static final String MARKUP = "[]{}<>'=*:|_-";

  private final String page;
  private final StringBuilder text;
  private final Deque<Braces> open = new ArrayDeque<>();

  /** The elements that are not closed anywhere from here on. */
  private final Set<String> neverClosed = new HashSet<>();

  /** Whether some {@code >} follows. */
  private boolean tagsEnd = true;

  private int at;

  /** Braces that were opened: how many are not closed yet, and what had been written by then. */
  private static final class Braces {
    private int count;
    private final int textBefore;

    Braces(int count, int textBefore) {
      this.count = count;
      this.textBefore = textBefore;
    }
  }

  private WikiTemplates(String page) {
    this.page = page;
    this.text = new StringBuilder(page.length());
  }

  static String strip(String page) {
    return new WikiTemplates(page).stripped();
  }

  private String stripped() {
    int plain = 0;
    while (at < page.length()) {
      char c = page.charAt(at);
      if (c != '<' && c != '{' && c != '}') {
        at++;
        continue;
      }
      text.append(page, plain, at);
      int before = at;
      if (c == '<' && !comment() && !element() || c != '<' && !braces(c)) {
        text.append(page, before, at);
      }
      plain = at;
    }
    return text.append(page, plain, at).toString();
  }

  /** Passes over a comment, and over its line if it has one to itself. */
  private boolean comment() {
    if (!page.startsWith(COMMENT, at)) {
      return false;
    }
    int end = page.indexOf(COMMENT_END, at + COMMENT.length());
    at = end < 0 ? page.length() : end + COMMENT_END.length();
    int next = at;
    while (next < page.length() && page.charAt(next) == ' ') {
      next++;
    }
    boolean lineStarts = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    if (lineStarts && next < page.length() && page.charAt(next) == '\n') {
      at = next + 1;
    }
    return true;
  }

  /** Passes over an element of an extension; if there is none, over {@code <}. */
  private boolean element() {
    int nameStart = ++at;
    int nameEnd = nameStart;
    while (nameEnd < page.length() && isLetter(page.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = page.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    boolean shown = SHOWN.contains(name);
    if (!isElement(name) || !tagsEnd) {
      return false;
    }
    int tagEnd = page.indexOf('>', nameEnd);
    if (tagEnd < 0) {
      tagsEnd = false;
      return false;
    }
    at = tagEnd + 1;
    if (page.charAt(tagEnd - 1) != '/') {
      content(name, shown);
    }
    return true;
  }

  private void content(String name, boolean shown) {
    int end = neverClosed.contains(name) ? -1 : endTag(name);
    if (end < 0) {
      neverClosed.add(name);
      return;
    }
    if (shown) {
      asItStands(at, end);
    }
    int tagEnd = page.indexOf('>', end);
    at = tagEnd < 0 ? page.length() : tagEnd + 1;
  }

  /** Where the next end tag begins, or -1. */
  private int endTag(String name) {
    for (int i = page.indexOf("</", at); i >= 0; i = page.indexOf("</", i + 2)) {
      int after = i + 2 + name.length();
      if (page.regionMatches(true, i + 2, name, 0, name.length())
          && (after == page.length() || !isLetter(page.charAt(after)))) {
        return i;
      }
    }
    return -1;
  }

  private void asItStands(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = page.charAt(i);
      if (MARKUP.indexOf(c) >= 0) {
        text.append("&#").append((int) c).append(';');
      } else {
        text.append(c);
      }
    }
  }

  /** Passes over braces that open or close a template or a parameter; true if these did. */
  private boolean braces(char brace) {
    int from = at;
    while (at < page.length() && page.charAt(at) == brace) {
      at++;
    }
    int count = at - from;
    if (count < 2) {
      return false;
    }
    if (brace == '{') {
      open.push(new Braces(count, text.length()));
      return true;
    }
    while (count >= 2 && !open.isEmpty()) {
      var top = open.peek();
      int closed = Math.min(3, Math.min(count, top.count));
      count -= closed;
      top.count -= closed;
      text.setLength(top.textBefore);
      if (top.count < 2) {
        open.pop();
      }
    }
    text.append("}".repeat(count));
    return true;
  }

  /** Whether elements of this name belong to an extension; in lower case. */
  static boolean isElement(String name) {
    return SHOWN.contains(name) || DROPPED.contains(name);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
