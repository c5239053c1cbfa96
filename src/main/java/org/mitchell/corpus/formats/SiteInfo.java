package org.mitchell.corpus.formats;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mitchell.files.SafeXml;

/** Reads {@code <siteinfo>}, with which a MediaWiki dump begins: how the wiki calls its rooms. */
final class SiteInfo {
  private static final String BEGIN = "<siteinfo";
  private static final String END = "</siteinfo>";

  /** The numbers of files and of categories in every wiki. */
  private static final Set<String> SILENT = Set.of("6", "14");

  private SiteInfo() {}

  /**
   * What the beginning of a dump says, or what is usual where it does not.
   *
   * @param beginning of the dump, cut anywhere
   */
  static DumpHead read(String beginning) {
    int from = beginning.indexOf(BEGIN);
    int end = from < 0 ? -1 : beginning.indexOf(END, from);
    if (end < 0) {
      return DumpHead.UNKNOWN;
    }
    return names(beginning.substring(from, end + END.length()))
        .filter(names -> !names.isEmpty())
        .map(DumpHead::naming)
        .orElse(DumpHead.UNKNOWN);
  }

  private static Optional<Set<String>> names(String siteInfo) {
    try {
      var names = new HashSet<String>();
      var reader = SafeXml.input().createXMLStreamReader(new StringReader(siteInfo));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT && isSilentNamespace(reader)) {
          names.add(reader.getElementText());
        }
      }
      return Optional.of(names);
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static boolean isSilentNamespace(XMLStreamReader reader) {
    String key = reader.getAttributeValue(null, "key");
    return reader.getLocalName().equals("namespace") && key != null && SILENT.contains(key);
  }
}
