package org.mitchell.maps.atlas;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mitchell.files.InputException;
import org.mitchell.files.SafeXml;

/**
 * Names in XML: FSL's {@code <label index="4" x="1" y="1" z="1">name</label>} and SPM's {@code
 * <label><index>4</index><name>name</name></label>}.
 *
 * <p>FSL's index is the label where {@code <type>} is Label; in an atlas of probabilities it counts
 * the volumes from 0, and the image of labels has one more. A {@code value} is the label itself.
 */
final class AtlasXml {
  private final Path file;
  private final List<NameRow> rows = new ArrayList<>();
  private String type = "";

  private AtlasXml(Path file) {
    this.file = file;
  }

  static List<NameRow> rows(Path file, byte[] bytes) {
    var atlas = new AtlasXml(file);
    try {
      XMLStreamReader xml = SafeXml.input().createXMLStreamReader(new ByteArrayInputStream(bytes));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          atlas.read(xml);
        }
      }
      xml.close();
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      throw InputException.in(
          file, "line %d: damaged XML where an atlas's names are expected".formatted(line), e);
    }
    return atlas.rows;
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "type" -> type = xml.getElementText().strip().toLowerCase(Locale.ROOT);
      case "label" -> readLabel(xml);
      default -> {}
    }
  }

  private void readLabel(XMLStreamReader xml) throws XMLStreamException {
    long line = xml.getLocation().getLineNumber();
    String value = xml.getAttributeValue(null, "value");
    String index = xml.getAttributeValue(null, "index");
    var text = new StringBuilder();
    String inner = "";
    String name = "";
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isCharacters()) {
        text.append(xml.getText());
      } else if (xml.isStartElement()) {
        String element = xml.getLocalName();
        String content = xml.getElementText().strip();
        inner = element.equals("index") ? content : inner;
        name = element.equals("name") ? content : name;
      }
    }
    String number = value != null ? value : index != null ? fsl(line, index) : inner;
    if (number.isEmpty()) {
      throw InputException.in(
          file, "line %d: a <label> without index where its number is expected".formatted(line));
    }
    rows.add(NameTable.row(file, line, number, name.isEmpty() ? text.toString().strip() : name));
  }

  /** The label of an index of FSL's. */
  private String fsl(long line, String index) {
    OptionalInt number = NameTable.label(index);
    if (type.startsWith("prob") && number.isPresent()) {
      return Integer.toString(Math.addExact(number.getAsInt(), 1));
    }
    if (type.startsWith("prob") || type.startsWith("label")) {
      return index;
    }
    throw InputException.in(
        file,
        "line %d: the <type> of the atlas is '%s' where Label or Probabilistic is expected before its labels: an index counts from 0 in the one and not in the other"
            .formatted(line, type));
  }
}
