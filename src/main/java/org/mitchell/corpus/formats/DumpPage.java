package org.mitchell.corpus.formats;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mitchell.files.SafeXml;

/**
 * Reads the {@code <page>} elements of a MediaWiki dump, of any version of its schema. Belongs to
 * one thread.
 */
final class DumpPage {
  private static final String ARTICLES = "0";
  private static final String REDIRECT = "#redirect";

  private final XMLInputFactory factory = SafeXml.input();

  /** The page under way. */
  private String namespace;

  private boolean redirect;
  private boolean wikitext;
  private String timestamp;
  private String latest;
  private String latestTime;

  /** Whether the element under way is a revision: other children of a page have texts too. */
  private boolean inRevision;

  /**
   * The wikitext of the latest revision of an article; nothing for a page of another namespace, a
   * redirect, or a page that is not wikitext.
   *
   * @param page from {@code <page>} to {@code </page>}
   * @throws XMLStreamException if it is not well formed
   */
  Optional<String> text(String page) throws XMLStreamException {
    namespace = ARTICLES;
    redirect = false;
    latest = "";
    latestTime = "";
    inRevision = false;
    var reader = factory.createXMLStreamReader(new StringReader(page));
    try {
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth += start(reader, depth) ? 1 : 0;
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    } finally {
      reader.close();
    }
    boolean article = namespace.equals(ARTICLES) && !redirect && !latest.isEmpty();
    return article && !isRedirect(latest) ? Optional.of(latest) : Optional.empty();
  }

  /** Takes what an element holds; true if its end is still to come. */
  private boolean start(XMLStreamReader reader, int depth) throws XMLStreamException {
    String name = reader.getLocalName();
    switch (depth) {
      case 1 -> {
        if (name.equals("ns")) {
          namespace = reader.getElementText().strip();
          return false;
        }
        redirect |= name.equals("redirect");
        inRevision = name.equals("revision");
        timestamp = "";
        wikitext = true;
      }
      case 2 -> {
        return !inRevision || revision(name, reader);
      }
      default -> {}
    }
    return true;
  }

  private boolean revision(String name, XMLStreamReader reader) throws XMLStreamException {
    switch (name) {
      case "timestamp" -> timestamp = reader.getElementText().strip();
      case "model" -> wikitext = reader.getElementText().strip().equals("wikitext");
      case "text" -> {
        String text = reader.getElementText();
        // Times are written so that their order is that of their letters.
        if (timestamp.compareTo(latestTime) >= 0) {
          latest = wikitext ? text : "";
          latestTime = timestamp;
        }
      }
      default -> {
        return true;
      }
    }
    return false;
  }

  /** Dumps of old versions do not mark redirects. */
  private static boolean isRedirect(String text) {
    return text.stripLeading().regionMatches(true, 0, REDIRECT, 0, REDIRECT.length());
  }
}
