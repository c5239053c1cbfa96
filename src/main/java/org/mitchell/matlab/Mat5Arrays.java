package org.mitchell.matlab;

import static org.mitchell.matlab.Mat5Elements.INT32;
import static org.mitchell.matlab.Mat5Elements.INT8;
import static org.mitchell.matlab.Mat5Elements.MATRIX;
import static org.mitchell.matlab.Mat5Elements.require;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.mitchell.matlab.Mat5Elements.Element;

/**
 * Reads an array of a MATLAB v5 file: every part lies inside its whole, and as many cells, fields
 * and numbers are there as its dimensions say. Numbers stay in the buffer until they are asked for.
 * Complaints are {@link MatDamage}.
 */
final class Mat5Arrays {
  private static final int CELL = 1;
  private static final int STRUCT = 2;
  private static final int OBJECT = 3;
  private static final int CHAR = 4;
  private static final int SPARSE = 5;
  private static final int FUNCTION = 16;
  private static final int OPAQUE = 17;

  /** The numeric classes, from number 6 on. */
  private static final List<String> NUMERIC =
      List.of(
          "double", "single", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64",
          "uint64");

  private static final int FIRST_NUMERIC = 6;
  private static final int LOGICAL = 0x200;
  private static final int COMPLEX = 0x800;

  /** CMU's files nest one array in another; MATLAB's own objects go a little deeper. */
  private static final int DEEPEST = 32;

  private static final MatValue EMPTY =
      new MatValue.Numeric("double", new int[] {0, 0}, () -> n -> Double.NaN);

  private final Mat5Elements elements;

  private Mat5Arrays(ByteBuffer bytes) {
    this.elements = new Mat5Elements(bytes);
  }

  /** The name of the variable whose first bytes these are; empty where it has none. */
  static String nameOf(ByteBuffer bytes) {
    var arrays = new Mat5Arrays(bytes);
    int end = bytes.limit();
    require(end >= 8 && bytes.getInt(0) == MATRIX, "no array where one is expected");
    Element flags = arrays.elements.flags(8, end);
    int next = flags.next();
    if ((bytes.getInt(flags.start()) & 0xff) != OPAQUE) {
      next = arrays.elements.element(next, end, INT32, "dimensions").next();
    }
    return arrays.elements.name(arrays.elements.element(next, end, INT8, "a name"));
  }

  /** A variable of {@code size} bytes, its tag included. */
  static MatValue read(ByteBuffer bytes, int size) {
    require(bytes.limit() == size, "%,d bytes are stated and %,d are there", size, bytes.limit());
    return new Mat5Arrays(bytes).array(8, size, 0);
  }

  private MatValue array(int from, int end, int depth) {
    require(depth <= DEEPEST, "arrays are nested more than %d deep", DEEPEST);
    if (from == end) {
      return EMPTY;
    }
    Element flags = elements.flags(from, end);
    int bits = elements.int32(flags.start());
    int kind = bits & 0xff;
    if (kind == OPAQUE) {
      return opaque(flags.next(), end, depth);
    }
    Element stated = elements.element(flags.next(), end, INT32, "dimensions");
    int[] dims = dimensions(stated);
    Element name = elements.element(stated.next(), end, INT8, "a name");
    int content = name.next();
    return switch (kind) {
      case CELL -> cell(dims, children(content, end, depth));
      case STRUCT, OBJECT -> struct(kind, dims, content, end, depth);
      case CHAR -> text(dims, elements.element(content, end));
      case SPARSE -> skipped(MatValue.Unsupported.sparse(), content, end, depth);
      case FUNCTION -> skipped(MatValue.Unsupported.functionHandle(), content, end, depth);
      default -> numeric(bits, dims, stated.start(), content, end);
    };
  }

  private MatValue cell(int[] dims, List<MatValue> cells) {
    long count = count(dims);
    require(cells.size() == count, "%,d cells are stated and %,d are there", count, cells.size());
    return new MatValue.Cell(dims, cells::get);
  }

  private MatValue struct(int kind, int[] dims, int content, int end, int depth) {
    Element ofClass = kind == OBJECT ? elements.element(content, end, INT8, "a class name") : null;
    int next = kind == OBJECT ? ofClass.next() : content;
    Element longest = elements.element(next, end, INT32, "the length of field names");
    Element names = elements.element(longest.next(), end, INT8, "field names");
    List<String> fields = fields(longest, names);
    List<MatValue> values = children(names.next(), end, depth);
    long count = count(dims);
    require(
        values.size() == count * fields.size(),
        "%,d x %,d fields are stated and %,d are there",
        count,
        fields.size(),
        values.size());
    if (kind == OBJECT) {
      return MatValue.Unsupported.object(elements.name(ofClass));
    }
    var place = new HashMap<String, Integer>();
    fields.forEach(field -> place.putIfAbsent(field, place.size()));
    return new MatValue.Struct(
        dims, fields, (field, n) -> values.get(n * fields.size() + place.get(field)));
  }

  private List<String> fields(Element longest, Element names) {
    int length = longest.length() == 4 ? elements.int32(longest.start()) : -1;
    require(
        length >= 0 && length <= Math.max(names.length(), 64), "field names of %d bytes", length);
    var fields = new ArrayList<String>();
    for (int at = 0; length > 0 && at + length <= names.length(); at += length) {
      fields.add(elements.name(names.start() + at, length));
    }
    return List.copyOf(fields);
  }

  private MatValue text(int[] dims, Element letters) {
    int count = (int) count(dims);
    int[] read = elements.letters(letters, count);
    if (read.length != count && count > 0 && count == dims[dims.length - 1]) {
      // One line of text whose letters take several bytes, counted as bytes.
      return MatValue.Text.of(new int[] {1, read.length}, read);
    }
    require(read.length == count, "%,d letters are stated and %,d are there", count, read.length);
    return MatValue.Text.of(dims, read);
  }

  private MatValue numeric(int bits, int[] dims, int dimensionsAt, int content, int end) {
    int number = (bits & 0xff) - FIRST_NUMERIC;
    require(number >= 0 && number < NUMERIC.size(), "an array of class %d", bits & 0xff);
    String type = (bits & LOGICAL) != 0 ? "logical" : NUMERIC.get(number);
    Element values = elements.element(content, end);
    // A number takes a byte at least.
    require(
        count(dims) == elements.count(values),
        "%,d values are stated in %,d bytes",
        count(dims),
        end - dimensionsAt);
    return (bits & COMPLEX) != 0
        ? MatValue.Unsupported.complex(type, dims)
        : new MatValue.Numeric(type, dims, () -> elements.numbers(values));
  }

  /** An object: its name, the system of its class, its class, and where its values lie. */
  private MatValue opaque(int from, int end, int depth) {
    Element name = elements.element(from, end, INT8, "a name");
    Element system = elements.element(name.next(), end, INT8, "a system of classes");
    Element ofClass = elements.element(system.next(), end, INT8, "a class name");
    return skipped(MatValue.Unsupported.object(elements.name(ofClass)), ofClass.next(), end, depth);
  }

  private MatValue skipped(MatValue value, int from, int end, int depth) {
    children(from, end, depth);
    return value;
  }

  /** The arrays among the elements from a place to the end. */
  private List<MatValue> children(int from, int end, int depth) {
    var children = new ArrayList<MatValue>();
    for (int at = from; at < end; ) {
      Element part = elements.element(at, end);
      if (part.type() == MATRIX) {
        children.add(array(part.start(), part.next(), depth + 1));
      }
      at = part.next();
    }
    return children;
  }

  private int[] dimensions(Element stated) {
    var dims = new int[stated.length() / 4];
    require(dims.length >= 2, "%d dimensions where 2 are the fewest", dims.length);
    for (int axis = 0; axis < dims.length; axis++) {
      dims[axis] = elements.int32(stated.start() + 4 * axis);
    }
    return dims;
  }

  private static long count(int[] dims) {
    long count = 1;
    for (int n : dims) {
      count = n < 0 ? -1 : count * n;
      require(
          count >= 0 && count <= Integer.MAX_VALUE,
          "dimensions whose product is negative or above 2^31");
    }
    return count;
  }
}
