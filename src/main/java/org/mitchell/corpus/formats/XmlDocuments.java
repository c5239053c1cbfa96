package org.mitchell.corpus.formats;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text in the elements of XML, without headers: one document, in which elements part words,
 * lines and paragraphs as {@link MarkupElements} says.
 *
 * <p>Text is handed on up to a place where a word ends, so that damage never leaves a part of one.
 */
final class XmlDocuments implements DocumentStream {
  private static final int ENOUGH = 1 << 14;

  private final ContentStream content;
  private final StringBuilder text = new StringBuilder();
  private XMLStreamReader reader;
  private boolean lost;
  private boolean anyText;

  XmlDocuments(ContentStream content) {
    this.content = content;
  }

  @Override
  public boolean next(Piece piece) throws DamagedContent {
    if (lost) {
      return false;
    }
    try {
      if (reader == null) {
        var utf8 = new InputStreamReader(content, StandardCharsets.UTF_8);
        reader = XmlInput.ofTexts().createXMLStreamReader(utf8);
      }
      boolean more = true;
      while (more && text.length() < ENOUGH) {
        more = event();
      }
      handOn(piece, more ? lastWordEnd() : text.length());
      if (!more) {
        piece.endDocument();
        requireText();
      }
      return more;
    } catch (XMLStreamException e) {
      lost = true;
      handOn(piece, lastWordEnd());
      piece.endDocument();
      throw content.damage().orElseGet(() -> broken(e));
    }
  }

  /** Takes over what comes next; false at the end. */
  private boolean event() throws XMLStreamException {
    if (!reader.hasNext()) {
      return false;
    }
    switch (reader.next()) {
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      case XMLStreamConstants.START_ELEMENT -> {
        var kind = MarkupElements.of(reader.getLocalName());
        part(kind);
        if (kind == MarkupElements.DROPPED) {
          passOver();
        }
      }
      case XMLStreamConstants.END_ELEMENT -> part(MarkupElements.of(reader.getLocalName()));
      default -> {}
    }
    return true;
  }

  private void part(MarkupElements kind) {
    text.append(kind.separator());
  }

  private void passOver() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = reader.next();
      depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  /** The place behind the last white space; all of it where that is far too much for a word. */
  private int lastWordEnd() {
    int end = text.length();
    while (end > 0 && !Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end == 0 && text.length() >= ENOUGH ? text.length() : end;
  }

  private void handOn(Piece piece, int length) {
    String part = text.substring(0, length);
    text.delete(0, length);
    anyText |= !part.isBlank();
    byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
    piece.append(utf8, 0, utf8.length);
  }

  private void requireText() throws DamagedContent {
    if (!anyText) {
      lost = true;
      throw new DamagedContent(
          0,
          "this XML has no text in its elements; what it holds may be in attributes. Take the text"
              + " out, and count that",
          null);
    }
  }

  private DamagedContent broken(XMLStreamException cause) {
    var place = cause.getLocation();
    String where =
        place == null
            ? ""
            : " from line %,d, character %,d on"
                .formatted(place.getLineNumber(), place.getColumnNumber());
    return new DamagedContent(
        content.position(),
        "this is no well-formed XML%s; what follows is left out".formatted(where),
        cause);
  }
}
