package org.mitchell.gifti;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mitchell.files.FileKind;
import org.mitchell.files.InputException;
import org.mitchell.files.InputFiles;
import org.mitchell.files.SafeXml;

/** Reads the arrays of a GIFTI file, gzipped or not. Belongs to one file. */
final class GiftiReader {
  private static final int MOST_DIMENSIONS = 6;

  private final XMLStreamReader xml;
  private final List<GiftiArray> arrays = new ArrayList<>();

  /** What the file says of itself before its arrays. */
  private final Map<String, String> ofFile = new LinkedHashMap<>();

  private final Map<Integer, String> labels = new LinkedHashMap<>();

  private GiftiReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * @throws InputException if the file is missing, damaged, or no GIFTI
   */
  static List<GiftiArray> read(Path file) throws IOException {
    return content(file).arrays;
  }

  /**
   * What a file holds.
   *
   * @param labels what numbers are called, in the order of the file's table; empty without one
   */
  record Content(List<GiftiArray> arrays, Map<Integer, String> labels) {}

  /** As {@link #read}, with the table of labels. */
  static Content content(Path file) throws IOException {
    try (var stream = InputFiles.open(file)) {
      XMLStreamReader xml = SafeXml.input().createXMLStreamReader(stream);
      try {
        var reader = new GiftiReader(xml);
        return new Content(reader.arrays(), reader.labels);
      } catch (Damage e) {
        throw InputException.in(
            file, "line %,d: %s".formatted(xml.getLocation().getLineNumber(), e.getMessage()), e);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw notXml(file, e);
    }
  }

  private static RuntimeException notXml(Path file, XMLStreamException error) throws IOException {
    if (error.getNestedException() instanceof IOException disk
        && !(disk instanceof java.io.CharConversionException)) {
      throw disk;
    }
    int line = error.getLocation() == null ? 1 : error.getLocation().getLineNumber();
    Optional<String> kind = FileKind.otherThan(file, "GIFTI", "XML");
    return InputException.in(
        file,
        kind.isPresent()
            ? "%s where a GIFTI surface (.gii) is expected".formatted(kind.get())
            : "line %,d: damaged or no GIFTI: the XML breaks off or is broken here. Give a .gii file"
                .formatted(line),
        error);
  }

  private List<GiftiArray> arrays() throws XMLStreamException {
    boolean root = true;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (root && !xml.getLocalName().equals("GIFTI")) {
        throw new Damage(
            "<%s> where a file of surfaces has <GIFTI>. Give a .gii file"
                .formatted(xml.getLocalName()));
      }
      root = false;
      if (xml.getLocalName().equals("DataArray")) {
        arrays.add(array(form()));
      } else if (xml.getLocalName().equals("MD")) {
        readEntry(ofFile);
      } else if (xml.getLocalName().equals("Label")) {
        readLabel();
      }
    }
    return arrays;
  }

  private GiftiArray array(ArrayForm form) throws XMLStreamException {
    var metadata = new LinkedHashMap<String, String>();
    var transforms = new ArrayList<CoordinateTransform>();
    double[] values = null;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "Data" -> {
            if (values != null) {
              throw new Damage("two <Data> in one array (%s)".formatted(form.intent()));
            }
            values = ArrayContent.decode(form, xml.getElementText());
          }
          case "MD" -> readEntry(metadata);
          case "CoordinateSystemTransformMatrix" -> transforms.add(transform());
          default -> depth++;
        }
      }
    }
    if (values == null) {
      throw new Damage("an array (%s) without data".formatted(form.intent()));
    }
    ofFile.forEach(metadata::putIfAbsent);
    return new GiftiArray(
        form.intent(), Collections.unmodifiableMap(metadata), transforms, form.dims(), values);
  }

  /** Reads up to the end of {@code <CoordinateSystemTransformMatrix>}. */
  private CoordinateTransform transform() throws XMLStreamException {
    String from = "";
    String to = "";
    String matrix = "";
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        String element = xml.getLocalName();
        String text = xml.getElementText().strip();
        switch (element) {
          case "DataSpace" -> from = text;
          case "TransformedSpace" -> to = text;
          case "MatrixData" -> matrix = text;
          default -> {}
        }
      }
    }
    return CoordinateTransform.of(from, to, matrix);
  }

  /** Reads a name and its value, up to the end of {@code <MD>}. */
  private void readEntry(Map<String, String> metadata) throws XMLStreamException {
    String name = "";
    String value = "";
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        boolean isName = xml.getLocalName().equals("Name");
        String text = xml.getElementText().strip();
        name = isName ? text : name;
        value = isName ? value : text;
      }
    }
    metadata.put(name, value);
  }

  /** The number stands in {@code Key}; the first edition of the standard said {@code Index}. */
  private void readLabel() throws XMLStreamException {
    String key = xml.getAttributeValue(null, "Key");
    String number = key == null ? xml.getAttributeValue(null, "Index") : key;
    try {
      int label = Integer.parseInt(number == null ? "" : number.strip());
      labels.put(label, xml.getElementText().strip());
    } catch (NumberFormatException e) {
      throw unexpected("Key of <Label>", String.valueOf(number), "a whole number");
    }
  }

  private ArrayForm form() {
    String type = attribute("DataType");
    var order = attribute("ArrayIndexingOrder");
    ArrayForm.Encoding encoding = encoding();
    return new ArrayForm(
        attribute("Intent"),
        GiftiType.of(type)
            .orElseThrow(() -> new Damage("DataType '" + type + "' is not one that can be read")),
        dims(),
        switch (order) {
          case "RowMajorOrder", "GIFTI_IND_ORD_ROW_MAJOR" -> false;
          case "ColumnMajorOrder", "GIFTI_IND_ORD_COL_MAJOR" -> true;
          default ->
              throw unexpected("ArrayIndexingOrder", order, "RowMajorOrder or ColumnMajorOrder");
        },
        encoding,
        byteOrder(encoding));
  }

  private int[] dims() {
    int count = integer("Dimensionality");
    if (count < 1 || count > MOST_DIMENSIONS) {
      throw unexpected("Dimensionality", Integer.toString(count), "a number from 1 to 6");
    }
    var dims = new int[count];
    for (int d = 0; d < count; d++) {
      dims[d] = integer("Dim" + d);
    }
    return dims;
  }

  private ArrayForm.Encoding encoding() {
    String encoding = attribute("Encoding");
    return switch (encoding) {
      case "ASCII", "GIFTI_ENCODING_ASCII" -> ArrayForm.Encoding.ASCII;
      case "Base64Binary", "GIFTI_ENCODING_B64BIN" -> ArrayForm.Encoding.BASE64;
      case "GZipBase64Binary", "GIFTI_ENCODING_B64GZ" -> ArrayForm.Encoding.DEFLATED_BASE64;
      case "ExternalFileBinary", "GIFTI_ENCODING_EXTBIN" ->
          throw new Damage(
              "the data are in another file, which is not read. Convert the file:"
                  + " wb_command -gifti-convert GZIP_BASE64_BINARY IN OUT");
      default -> throw unexpected("Encoding", encoding, "ASCII, Base64Binary or GZipBase64Binary");
    };
  }

  /** Of bytes; text has none, and some programs do not say one then. */
  private ByteOrder byteOrder(ArrayForm.Encoding encoding) {
    boolean text = encoding == ArrayForm.Encoding.ASCII;
    String said = xml.getAttributeValue(null, "Endian");
    if (text && (said == null || said.equals("Undef"))) {
      return ByteOrder.nativeOrder();
    }
    String endian = attribute("Endian");
    return switch (endian) {
      // The names that nibabel wrote before version 2.0.
      case "LittleEndian", "GIFTI_ENDIAN_LITTLE" -> ByteOrder.LITTLE_ENDIAN;
      case "BigEndian", "GIFTI_ENDIAN_BIG" -> ByteOrder.BIG_ENDIAN;
      default -> throw unexpected("Endian", endian, "LittleEndian or BigEndian");
    };
  }

  private int integer(String name) {
    String text = attribute(name);
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw unexpected(name, text, "a whole number");
    }
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    if (value == null) {
      throw new Damage("<DataArray> without " + name);
    }
    return value;
  }

  private static Damage unexpected(String name, String got, String expected) {
    return new Damage("%s '%s' where %s is expected".formatted(name, got, expected));
  }
}
