package org.mitchell.corpus.formats;

import com.ctc.wstx.api.WstxInputProperties;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import org.jsoup.nodes.Entities;
import org.mitchell.files.SafeXml;

/** Parsers of texts in XML, as safe as {@link SafeXml}. */
final class XmlInput {
  private XmlInput() {}

  /**
   * Of texts that may have several outermost elements, and use the entities of HTML, which a
   * document type would declare; others become blanks.
   */
  static XMLInputFactory ofTexts() {
    XMLInputFactory factory = SafeXml.input();
    factory.setProperty(
        WstxInputProperties.P_INPUT_PARSING_MODE, WstxInputProperties.PARSING_MODE_FRAGMENT);
    XMLResolver entities =
        (publicId, systemId, base, name) -> {
          String character = Entities.getByName(name);
          return character.isEmpty() ? " " : character;
        };
    factory.setProperty(WstxInputProperties.P_UNDECLARED_ENTITY_RESOLVER, entities);
    return factory;
  }
}
