package org.mitchell.cifti;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.mitchell.files.SafeXml;
import org.mitchell.nifti.NiftiExtension;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiVersion;
import org.mitchell.nifti.NiftiWriter;

/** Writes maps of grayordinates as {@code .dscalar.nii}: CIFTI-2, float32. */
public final class CiftiWriter {
  private static final int DENSE_SCALARS = 3_006;

  private CiftiWriter() {}

  /**
   * @param names of the maps
   * @param maps maps x grayordinates
   * @param description one line, in the file's metadata
   */
  public static void write(
      BrainModels models,
      List<String> names,
      float[][] maps,
      String description,
      OutputStream stream)
      throws IOException {
    int count = models.count();
    var values = new float[Math.multiplyExact(maps.length, count)];
    for (int map = 0; map < maps.length; map++) {
      for (int row = 0; row < count; row++) {
        values[row * maps.length + map] = maps[map][row];
      }
    }
    var xml = new NiftiExtension(CiftiFile.EXTENSION, xml(models, names, description));
    NiftiHeader header =
        NiftiHeader.builder(1, 1, 1, 1, maps.length, count)
            .version(NiftiVersion.NIFTI_2)
            .intent(NiftiIntent.of(DENSE_SCALARS, "ConnDenseScalar"))
            .extensions(List.of(xml))
            .build();
    NiftiWriter.write(NiftiImage.of(header, values), stream);
  }

  private static byte[] xml(BrainModels models, List<String> names, String description)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = SafeXml.output().createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("CIFTI");
      xml.writeAttribute("Version", "2");
      xml.writeStartElement("Matrix");
      xml.writeStartElement("MetaData");
      xml.writeStartElement("MD");
      element(xml, "Name", "Description");
      element(xml, "Value", description);
      xml.writeEndElement();
      xml.writeEndElement();
      start(xml, 0, "CIFTI_INDEX_TYPE_SCALARS");
      for (String name : names) {
        xml.writeStartElement("NamedMap");
        element(xml, "MapName", name);
        xml.writeEndElement();
      }
      xml.writeEndElement();
      start(xml, 1, "CIFTI_INDEX_TYPE_BRAIN_MODELS");
      if (models.volume().isPresent()) {
        write(xml, models.volume().get());
      }
      int offset = 0;
      for (BrainModel model : models.models()) {
        write(xml, model, offset);
        offset += model.count();
      }
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    return bytes.toByteArray();
  }

  private static void start(XMLStreamWriter xml, int dimension, String type)
      throws XMLStreamException {
    xml.writeStartElement("MatrixIndicesMap");
    xml.writeAttribute("AppliesToMatrixDimension", Integer.toString(dimension));
    xml.writeAttribute("IndicesMapToDataType", type);
  }

  private static void write(XMLStreamWriter xml, BrainModels.Box box) throws XMLStreamException {
    xml.writeStartElement("Volume");
    xml.writeAttribute("VolumeDimensions", joined(box.dims(), ","));
    xml.writeStartElement("TransformationMatrixVoxelIndicesIJKtoXYZ");
    xml.writeAttribute("MeterExponent", "-3");
    xml.writeCharacters(
        Arrays.stream(box.affine())
            .map(
                row ->
                    Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(" ")))
            .collect(Collectors.joining("\n")));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void write(XMLStreamWriter xml, BrainModel model, int offset)
      throws XMLStreamException {
    xml.writeStartElement("BrainModel");
    xml.writeAttribute("IndexOffset", Integer.toString(offset));
    xml.writeAttribute("IndexCount", Integer.toString(model.count()));
    xml.writeAttribute("BrainStructure", model.structure());
    if (model.isSurface()) {
      xml.writeAttribute("ModelType", "CIFTI_MODEL_TYPE_SURFACE");
      xml.writeAttribute("SurfaceNumberOfVertices", Integer.toString(model.vertices()));
      element(xml, "VertexIndices", joined(model.places(), " "));
    } else {
      xml.writeAttribute("ModelType", "CIFTI_MODEL_TYPE_VOXELS");
      element(xml, "VoxelIndicesIJK", joined(model.places(), " "));
    }
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static String joined(int[] numbers, String between) {
    return Arrays.stream(numbers).mapToObj(Integer::toString).collect(Collectors.joining(between));
  }
}
