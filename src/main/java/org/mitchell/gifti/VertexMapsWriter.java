package org.mitchell.gifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mitchell.files.SafeXml;

/**
 * Writes maps of one hemisphere as {@code .func.gii}: an array a map, float32, compressed. The same
 * maps give the same bytes.
 */
public final class VertexMapsWriter {
  private VertexMapsWriter() {}

  /**
   * @param names of the maps
   * @param maps maps x vertices
   * @param description one line, in the file's metadata
   */
  public static void write(
      Hemisphere hemisphere,
      List<String> names,
      float[][] maps,
      String description,
      OutputStream stream)
      throws IOException {
    try {
      XMLStreamWriter xml = SafeXml.output().createXMLStreamWriter(stream, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("GIFTI");
      xml.writeAttribute("Version", "1.0");
      xml.writeAttribute("NumberOfDataArrays", Integer.toString(maps.length));
      xml.writeStartElement("MetaData");
      entry(xml, Hemisphere.STRUCTURE, hemisphere.structure());
      entry(xml, "Description", description);
      xml.writeEndElement();
      for (int map = 0; map < maps.length; map++) {
        array(xml, names.get(map), maps[map]);
      }
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private static void array(XMLStreamWriter xml, String name, float[] values)
      throws XMLStreamException, IOException {
    xml.writeStartElement("DataArray");
    xml.writeAttribute("Intent", "NIFTI_INTENT_NONE");
    xml.writeAttribute("DataType", "NIFTI_TYPE_FLOAT32");
    xml.writeAttribute("ArrayIndexingOrder", "RowMajorOrder");
    xml.writeAttribute("Dimensionality", "1");
    xml.writeAttribute("Dim0", Integer.toString(values.length));
    xml.writeAttribute("Encoding", "GZipBase64Binary");
    xml.writeAttribute("Endian", "LittleEndian");
    xml.writeAttribute("ExternalFileName", "");
    xml.writeAttribute("ExternalFileOffset", "");
    xml.writeStartElement("MetaData");
    entry(xml, "Name", name);
    xml.writeEndElement();
    xml.writeStartElement("Data");
    xml.writeCharacters(encoded(values));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static String encoded(float[] values) throws IOException {
    var buffer =
        ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    var deflated = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(deflated)) {
      deflater.write(buffer.array());
    }
    return Base64.getEncoder().encodeToString(deflated.toByteArray());
  }

  private static void entry(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement("MD");
    xml.writeStartElement("Name");
    xml.writeCharacters(name);
    xml.writeEndElement();
    xml.writeStartElement("Value");
    xml.writeCharacters(value);
    xml.writeEndElement();
    xml.writeEndElement();
  }
}
