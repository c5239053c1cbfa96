package org.mitchell.cifti;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mitchell.files.SafeXml;

/** Reads the XML of a CIFTI-2 file. Belongs to one file. */
final class CiftiXml {
  private static final String MODELS = "CIFTI_INDEX_TYPE_BRAIN_MODELS";
  private static final String SERIES = "CIFTI_INDEX_TYPE_SERIES";
  private static final String LABELS = "CIFTI_INDEX_TYPE_LABELS";
  private static final String SURFACE = "CIFTI_MODEL_TYPE_SURFACE";
  private static final String VOXELS = "CIFTI_MODEL_TYPE_VOXELS";
  private static final int MOST_VERTICES = 10_000_000;
  private static final int MM_EXPONENT = -3;

  private final XMLStreamReader xml;
  private final List<String> names = new ArrayList<>();
  private final Map<Integer, String> regions = new LinkedHashMap<>();
  private final List<BrainModel> models = new ArrayList<>();
  private Optional<BrainModels.Box> volume = Optional.empty();
  private String alongRows = "";
  private int offset;

  private CiftiXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * What the XML says.
   *
   * @param names of the maps; none where they are points of a series
   * @param series whether the maps are points of a series
   * @param labels whether the values are labels of regions
   * @param regions what labels are called, in the order of the tables
   */
  record Header(
      BrainModels models,
      List<String> names,
      boolean series,
      boolean labels,
      Map<Integer, String> regions) {}

  /**
   * @param content of the extension, with the zeros that fill it up
   * @throws CiftiDamage if it is not as CIFTI-2 has it
   */
  static Header read(byte[] content) {
    int length = content.length;
    while (length > 0 && content[length - 1] == 0) {
      length--;
    }
    try {
      var stream = new ByteArrayInputStream(content, 0, length);
      XMLStreamReader xml = SafeXml.input().createXMLStreamReader(stream);
      Header header = new CiftiXml(xml).header();
      xml.close();
      return header;
    } catch (XMLStreamException e) {
      throw new CiftiDamage("its XML is broken. Copy or download the file again");
    }
  }

  private Header header() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "CIFTI" -> requireVersion();
          case "MatrixIndicesMap" -> dimension();
          case "MapName" -> names.add(xml.getElementText().strip());
          case "BrainModel" -> models.add(model());
          case "Label" -> readLabel();
          case "Volume" -> volume = Optional.of(box());
          default -> {}
        }
      }
    }
    if (models.isEmpty()) {
      throw new CiftiDamage("no brain models where every row of the matrix is a grayordinate");
    }
    requireInside();
    return new Header(
        new BrainModels(models, volume),
        names,
        alongRows.equals(SERIES),
        alongRows.equals(LABELS),
        regions);
  }

  private void readLabel() throws XMLStreamException {
    int label = whole("Key", Integer.MIN_VALUE, Integer.MAX_VALUE);
    regions.put(label, xml.getElementText().strip());
  }

  private void requireVersion() {
    String version = attribute("Version");
    if (!version.strip().matches("2(\\.0*)?")) {
      throw new CiftiDamage(
          "CIFTI version %s where 2 is expected. Convert the file: wb_command -file-convert -cifti-version-convert IN 2 OUT"
              .formatted(version));
    }
  }

  /** Dimension 0 runs along a row, over the maps; dimension 1 over the grayordinates. */
  private void dimension() {
    String type = attribute("IndicesMapToDataType");
    for (String dimension : attribute("AppliesToMatrixDimension").split(",")) {
      boolean rows = dimension.strip().equals("0");
      if (rows == type.equals(MODELS)) {
        throw new CiftiDamage(
            "dimension %s is %s where maps of grayordinates (.dscalar.nii, .dtseries.nii) are expected"
                .formatted(dimension.strip(), type.replaceFirst("^CIFTI_INDEX_TYPE_", "")));
      }
      alongRows = rows ? type : alongRows;
    }
  }

  private BrainModel model() throws XMLStreamException {
    String structure = attribute("BrainStructure");
    boolean surface = oneOf("ModelType", SURFACE, VOXELS).equals(SURFACE);
    int count = whole("IndexCount", 1, Integer.MAX_VALUE / 3);
    if (whole("IndexOffset", 0, Integer.MAX_VALUE) != offset) {
      throw new CiftiDamage(
          "%s begins at grayordinate %s where %d is expected"
              .formatted(structure, xml.getAttributeValue(null, "IndexOffset"), offset));
    }
    int vertices = surface ? whole("SurfaceNumberOfVertices", 1, MOST_VERTICES) : 0;
    int[] places = null;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        String element = xml.getLocalName();
        int[] numbers = numbers(element, xml.getElementText());
        places = element.equals(surface ? "VertexIndices" : "VoxelIndicesIJK") ? numbers : places;
      }
    }
    if (places == null || places.length != (surface ? count : 3 * count)) {
      throw new CiftiDamage(
          "%s has %d numbers of places where %d grayordinates are declared"
              .formatted(structure, places == null ? 0 : places.length, count));
    }
    if (surface && Arrays.stream(places).anyMatch(vertex -> vertex >= vertices)) {
      throw new CiftiDamage(
          "%s has a vertex beyond the %d of its surface".formatted(structure, vertices));
    }
    offset = Math.addExact(offset, count);
    return new BrainModel(structure, vertices, places);
  }

  private BrainModels.Box box() throws XMLStreamException {
    int[] dims = numbers("VolumeDimensions", attribute("VolumeDimensions").replace(',', ' '));
    if (dims.length != 3 || Arrays.stream(dims).anyMatch(n -> n < 1)) {
      throw new CiftiDamage("VolumeDimensions are %s".formatted(Arrays.toString(dims)));
    }
    double[][] affine = null;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        double mm = Math.pow(10, whole("MeterExponent", -30, 30) - MM_EXPONENT);
        affine = affine(xml.getElementText(), mm);
      }
    }
    if (affine == null) {
      throw new CiftiDamage("a volume without the transform of its voxels to mm");
    }
    return new BrainModels.Box(dims, affine);
  }

  private static double[][] affine(String text, double mm) {
    var words = new StringTokenizer(text);
    if (words.countTokens() != 16) {
      throw new CiftiDamage(
          "%d numbers in the transform of voxels where 16 are expected"
              .formatted(words.countTokens()));
    }
    var affine = new double[4][4];
    for (int n = 0; n < 16; n++) {
      String word = words.nextToken();
      try {
        affine[n / 4][n % 4] = Double.parseDouble(word) * (n < 12 ? mm : 1);
      } catch (NumberFormatException e) {
        throw new CiftiDamage("'" + word + "' in the transform of voxels");
      }
    }
    return affine;
  }

  private void requireInside() {
    for (BrainModel model : models) {
      if (model.isSurface()) {
        continue;
      }
      int[] dims =
          volume
              .orElseThrow(
                  () ->
                      new CiftiDamage("voxels of %s without a volume".formatted(model.structure())))
              .dims();
      for (int n = 0; n < model.places().length; n++) {
        if (model.places()[n] >= dims[n % 3]) {
          throw new CiftiDamage(
              "%s has a voxel outside the volume of %s voxels"
                  .formatted(model.structure(), Arrays.toString(dims)));
        }
      }
    }
  }

  private String attribute(String name) {
    String value = xml.getAttributeValue(null, name);
    if (value == null) {
      throw new CiftiDamage("<%s> without %s".formatted(xml.getLocalName(), name));
    }
    return value;
  }

  private String oneOf(String name, String... expected) {
    String value = attribute(name);
    if (!Arrays.asList(expected).contains(value)) {
      throw new CiftiDamage(
          "%s '%s' where %s is expected".formatted(name, value, String.join(" or ", expected)));
    }
    return value;
  }

  private int whole(String name, int from, int to) {
    String text = attribute(name);
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= from && number <= to) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    throw new CiftiDamage("%s '%s' where a number from %d is expected".formatted(name, text, from));
  }

  private static int[] numbers(String element, String text) {
    var words = new StringTokenizer(text);
    var numbers = new int[words.countTokens()];
    for (int n = 0; n < numbers.length; n++) {
      String word = words.nextToken();
      try {
        numbers[n] = Integer.parseInt(word);
      } catch (NumberFormatException e) {
        numbers[n] = -1;
      }
      if (numbers[n] < 0) {
        throw new CiftiDamage(
            "'%s' in %s where a number from 0 is expected".formatted(word, element));
      }
    }
    return numbers;
  }
}
