package org.mitchell.corpus.formats;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import org.codehaus.stax2.XMLInputFactory2;
import org.jsoup.nodes.Entities;

/** Parsers of XML that fetch nothing from elsewhere. */
final class XmlInput {
  private XmlInput() {}

  /** Of well-formed documents. */
  static WstxInputFactory factory() {
    var factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    // Otherwise errors would be thrown from methods that do not declare them.
    factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    return factory;
  }

  /**
   * Of texts too that have several outermost elements, and that use the entities of HTML, which a
   * document type would declare; others become blanks.
   */
  static WstxInputFactory ofTexts() {
    var factory = factory();
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
