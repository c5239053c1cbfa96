package org.mitchell.matlab;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads the arrays of a MATLAB v7.3 file.
 *
 * <p>MATLAB stores a struct as a group, a struct array as a group whose datasets hold a reference
 * an element, a cell array as a dataset of references that says so, text as UTF-16 code units, and
 * every array with its dimensions reversed.
 */
final class Mat73Arrays {
  /** The attribute that says what MATLAB calls an array. */
  private static final String CLASS = "MATLAB_class";

  private static final Set<String> NUMERIC =
      Set.of(
          "double",
          "single",
          "int8",
          "uint8",
          "int16",
          "uint16",
          "int32",
          "uint32",
          "int64",
          "uint64",
          "logical",
          "canonical empty");

  private final HdfFile hdf;
  private final Hdf5Values values;
  private final Mat73File.Guard guard;

  Mat73Arrays(HdfFile hdf, Mat73File.Guard guard) {
    this.hdf = hdf;
    this.values = new Hdf5Values(hdf.size());
    this.guard = guard;
  }

  /** What a node of the file is to MATLAB. */
  MatValue value(Node node) {
    if (node instanceof Group group) {
      return ofGroup(group);
    }
    if (node instanceof Dataset dataset) {
      return ofDataset(dataset);
    }
    return new MatValue.Unsupported("link", "a link to another place", "%1$s itself");
  }

  private MatValue ofGroup(Group group) {
    if (group.getAttributes().containsKey("MATLAB_sparse")) {
      return MatValue.Unsupported.sparse();
    }
    String type = typeOf(group, "struct");
    if (type.equals("function_handle")) {
      return MatValue.Unsupported.functionHandle();
    }
    if (!type.equals("struct") || group.getAttributes().containsKey("MATLAB_object_decode")) {
      return MatValue.Unsupported.object(type);
    }
    return struct(new TreeMap<>(group.getChildren()));
  }

  /** A struct has its values themselves; a struct array a reference an element, of every field. */
  private MatValue struct(Map<String, Node> fields) {
    var references = new HashMap<String, long[]>();
    int[] dims = {1, 1};
    for (var field : fields.entrySet()) {
      if (field.getValue() instanceof Dataset column
          && Hdf5Values.hasReferences(column)
          && !column.getAttributes().containsKey(CLASS)) {
        dims = dims(column);
        references.put(field.getKey(), values.references(column));
      }
    }
    List<String> names = List.copyOf(fields.keySet());
    if (references.isEmpty()) {
      return new MatValue.Struct(
          dims, names, (field, n) -> guard.read(() -> value(fields.get(field))));
    }
    int count = references.values().iterator().next().length;
    if (references.size() != fields.size()
        || references.values().stream().anyMatch(column -> column.length != count)) {
      throw new MatDamage("the fields of a struct array are not equally long");
    }
    return new MatValue.Struct(
        dims, names, (field, n) -> guard.read(() -> at(references.get(field)[n])));
  }

  private MatValue ofDataset(Dataset dataset) {
    boolean references = Hdf5Values.hasReferences(dataset);
    String type = typeOf(dataset, references ? "cell" : "double");
    Map<String, ?> attributes = dataset.getAttributes();
    if (type.equals("function_handle")) {
      return MatValue.Unsupported.functionHandle();
    }
    if (attributes.containsKey("MATLAB_empty")) {
      return empty(type, dataset);
    }
    if (attributes.containsKey("MATLAB_object_decode")) {
      return MatValue.Unsupported.object(type);
    }
    if (references) {
      long[] addresses = values.references(dataset);
      return new MatValue.Cell(dims(dataset), n -> guard.read(() -> at(addresses[n])));
    }
    if (dataset.isCompound()) {
      return MatValue.Unsupported.complex(type, dims(dataset));
    }
    if (!Hdf5Values.hasNumbers(dataset)) {
      return new MatValue.Unsupported(
          "no numbers", "stored in a form that MATLAB does not write", "%1$s from MATLAB");
    }
    if (type.equals("char")) {
      return text(dataset);
    }
    return NUMERIC.contains(type)
        ? new MatValue.Numeric(type, dims(dataset), () -> guard.read(() -> values.numbers(dataset)))
        : MatValue.Unsupported.object(type);
  }

  private MatValue text(Dataset dataset) {
    int[] dims = dims(dataset);
    MatValue.Numbers units = values.numbers(dataset);
    var letters = new int[count(dims)];
    for (int n = 0; n < letters.length; n++) {
      letters[n] = (char) units.at(n);
    }
    return MatValue.Text.of(dims, letters);
  }

  /** MATLAB marks an empty array by an attribute and stores its dimensions instead of values. */
  private MatValue empty(String type, Dataset dataset) {
    int[] stored = dims(dataset);
    MatValue.Numbers numbers = values.numbers(dataset);
    var dims = new int[Math.max(2, count(stored))];
    for (int axis = 0; axis < count(stored); axis++) {
      dims[axis] = (int) numbers.at(axis);
    }
    if (Arrays.stream(dims).noneMatch(n -> n == 0) || Arrays.stream(dims).anyMatch(n -> n < 0)) {
      throw new MatDamage("an empty array that is not empty");
    }
    return switch (type) {
      case "char" -> MatValue.Text.of(dims, new int[0]);
      case "cell" -> new MatValue.Cell(dims, n -> nothing());
      case "struct" -> new MatValue.Struct(dims, List.of(), (field, n) -> nothing());
      default ->
          NUMERIC.contains(type)
              ? new MatValue.Numeric(type, dims, () -> n -> Double.NaN)
              : MatValue.Unsupported.object(type);
    };
  }

  private static MatValue nothing() {
    throw new MatDamage("an element of an empty array");
  }

  private MatValue at(long address) {
    Node node = hdf.getNodeByAddress(address);
    if (node == null) {
      throw new MatDamage("byte " + address + ": a reference leads nowhere");
    }
    return value(node);
  }

  /** MATLAB's dimensions: those of the file in reverse, two at least. */
  private int[] dims(Dataset dataset) {
    int[] stored = values.dimensions(dataset);
    var dims = new int[Math.max(2, stored.length)];
    Arrays.fill(dims, 1);
    for (int axis = 0; axis < stored.length; axis++) {
      dims[axis] = stored[stored.length - 1 - axis];
    }
    return dims;
  }

  private static int count(int[] dims) {
    return IntStream.of(dims).reduce(1, Math::multiplyExact);
  }

  private static String typeOf(Node node, String otherwise) {
    var named = node.getAttributes().get(CLASS);
    return named != null && named.getData() instanceof String type ? type : otherwise;
  }
}
