package org.mitchell.corpus.formats;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text that a page shows, its title first: a line for each block, other space as one blank. */
final class HtmlText implements NodeVisitor {
  /** Elements besides those of blocks whose text stands apart from what is around it. */
  private static final Set<String> APART = Set.of("br", "option", "optgroup", "td", "th", "title");

  private final StringBuilder text = new StringBuilder();

  private HtmlText() {}

  static String of(Document page) {
    var visitor = new HtmlText();
    page.traverse(visitor);
    return visitor.text.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else {
      breakLine(node);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    breakLine(node);
  }

  private void breakLine(Node node) {
    if (node instanceof Element element
        && (element.isBlock() || APART.contains(element.normalName()))
        && endsWithText()) {
      text.append('\n');
    }
  }

  private void append(String words) {
    boolean space = !endsWithText() || text.charAt(text.length() - 1) == ' ';
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      boolean white = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
      if (!white) {
        text.append(c);
      } else if (!space) {
        text.append(' ');
      }
      space = white;
    }
  }

  private boolean endsWithText() {
    return !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
  }
}
