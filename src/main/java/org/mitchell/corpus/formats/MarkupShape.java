package org.mitchell.corpus.formats;

import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Tells what content that begins with a tag is: a dump, a page, documents on end, other XML. */
final class MarkupShape {
  private static final Set<String> HTML =
      Set.of(
          "html", "head", "body", "title", "meta", "div", "p", "h1", "h2", "h3", "table", "ul",
          "ol", "article", "section", "script", "style", "link", "center", "main", "nav");
  private static final Pattern NAME = Pattern.compile("<([A-Za-z_][\\w:.-]*)[\\s/>]");
  private static final Pattern DOCTYPE = Pattern.compile("(?i)<!doctype\\s+html\\b");
  private static final Pattern XML_DECLARATION = Pattern.compile("<\\?xml\\s[^>]*>");
  private static final Pattern ENCODING =
      Pattern.compile("encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)");
  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta\\s[^>]*?charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");

  /** An element with an attribute, and the end of all before that of its tag. */
  private static final Pattern FIRST_TAG_CUT =
      Pattern.compile("<[\\p{L}_][\\p{L}\\p{N}_:.-]*\\s+[\\p{L}_:][^<>=]*=\\s*[\"'][^<>]*");

  private MarkupShape() {}

  /**
   * The format of content, if it begins with a tag or has pages of a dump in it.
   *
   * @param beginning of the content from its first character on
   */
  static Optional<CorpusFormat> of(String beginning) {
    if (!beginning.startsWith("<")) {
      return hasPages(beginning) ? Optional.of(CorpusFormat.WIKIPEDIA) : Optional.empty();
    }
    String name = firstElement(beginning);
    if (name.equals("mediawiki") || hasPages(beginning)) {
      return Optional.of(CorpusFormat.WIKIPEDIA);
    }
    if (name.equals("doc") || name.equals("DOC")) {
      return Optional.of(CorpusFormat.DOCS);
    }
    boolean declared = beginning.startsWith("<?xml");
    boolean html = HTML.contains(name.toLowerCase(Locale.ROOT));
    if (DOCTYPE.matcher(beginning).lookingAt()
        || name.equalsIgnoreCase("html")
        || html && !declared) {
      return Optional.of(CorpusFormat.HTML);
    }
    boolean xml = declared || !name.isEmpty() && isWellFormed(beginning);
    return xml ? Optional.of(CorpusFormat.XML) : Optional.empty();
  }

  /** The encoding that XML or HTML says it is in, if it does. */
  static Optional<String> declaredEncoding(String beginning) {
    Matcher xml = XML_DECLARATION.matcher(beginning);
    var pattern = beginning.startsWith("<?xml") && xml.lookingAt() ? ENCODING : CHARSET;
    var found = pattern.matcher(pattern == ENCODING ? xml.group() : beginning);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** Whether a dump begins with {@code <mediawiki>}: otherwise it is a part of one. */
  static boolean isWholeDump(String beginning) {
    return firstElement(beginning).equals("mediawiki");
  }

  private static boolean hasPages(String beginning) {
    int page = beginning.indexOf("<page>");
    return page >= 0 && beginning.indexOf("<revision>", page) > 0;
  }

  /** The name of the first element, behind declarations and comments; empty if there is none. */
  private static String firstElement(String text) {
    int at = 0;
    while (text.startsWith("<?", at) || text.startsWith("<!", at)) {
      String close = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : ">";
      int end = text.indexOf(close, at);
      if (end < 0) {
        return "";
      }
      at = end + close.length();
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
    Matcher name = NAME.matcher(text).region(at, text.length());
    return name.lookingAt() ? name.group(1) : "";
  }

  /**
   * Whether it is XML as far as it goes: nothing else stands between, before or behind elements. A
   * tag at the front of running text is none: an element has to end, to have attributes, or to
   * begin with another element. Marks such as {@code <unk>} among words are no elements.
   */
  private static boolean isWellFormed(String text) {
    int depth = 0;
    boolean marked = FIRST_TAG_CUT.matcher(text).matches();
    String root = "";
    boolean words = false;
    try {
      var reader = XmlInput.ofTexts().createXMLStreamReader(new StringReader(text));
      while (reader.hasNext()) {
        reader.next();
        depth += reader.isStartElement() ? 1 : reader.isEndElement() ? -1 : 0;
        words |= reader.isCharacters() && !reader.isWhiteSpace();
        if (reader.isStartElement()) {
          root = root.isEmpty() ? reader.getLocalName() : root;
          boolean inside = !words && !reader.getLocalName().equals(root);
          marked |= inside || reader.getAttributeCount() > 0;
        }
        marked |= reader.isEndElement();
        if (depth == 0 && reader.isCharacters() && !reader.isWhiteSpace()) {
          return false;
        }
      }
      return marked && depth == 0;
    } catch (XMLStreamException e) {
      // The sample may end anywhere; what is broken before that is no XML.
      return marked
          && e.getLocation() != null
          && e.getLocation().getCharacterOffset() >= text.length() - 1;
    }
  }
}
