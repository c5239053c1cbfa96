package org.mitchell.nifti;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads NIfTI-1 and NIfTI-2, in either byte order, plain or gzipped (told by the first bytes, not
 * by the name), single files and .hdr/.img pairs.
 *
 * <p>All methods throw a {@link NiftiException} for what is damaged or not supported, and a plain
 * {@link IOException} when the file cannot be opened or the disk fails.
 */
public final class NiftiReader {
  /** Axes of a volume. */
  private static final int AXES = 3;

  private NiftiReader() {}

  /** Reads an image; of a pair either file may be given. */
  public static NiftiImage read(Path file) throws IOException {
    return read(file, header -> {});
  }

  /**
   * Reads an image whose header is looked at before its data are read; of a pair either file may be
   * given.
   *
   * @param check may throw to refuse the image
   */
  public static NiftiImage read(Path file, Consumer<NiftiHeader> check) throws IOException {
    return open(file, check, NiftiReader::readData);
  }

  /** What is done with the data of an image. */
  @FunctionalInterface
  private interface Use<T> {
    T of(NiftiInput data, NiftiHeader header, int voxOffset) throws IOException;
  }

  /** Opens the file or the pair, whose header is looked at first, and uses the data. */
  private static <T> T open(Path file, Consumer<NiftiHeader> check, Use<T> use) throws IOException {
    Path start = FilePair.header(file);
    try (var input = NiftiInput.open(start)) {
      var decoded = HeaderDecoder.decode(input);
      check.accept(decoded.header());
      var header = withExtensions(input, decoded);
      if (!decoded.pair()) {
        return use.of(input, header, decoded.voxOffset());
      }
      input.verifyChecksum();
      try (var data = NiftiInput.open(FilePair.data(start, input.faults()))) {
        return use.of(data, header, decoded.voxOffset());
      }
    }
  }

  /**
   * Reads an image from a stream, which stays open. A gzip stream is read to its end.
   *
   * @param name what error messages call the stream
   */
  public static NiftiImage read(InputStream stream, String name) throws IOException {
    return read(stream, name, header -> {});
  }

  /** As {@link #read(Path, Consumer)}, from a stream, which stays open. */
  public static NiftiImage read(InputStream stream, String name, Consumer<NiftiHeader> check)
      throws IOException {
    return use(stream, name, check, NiftiReader::readData);
  }

  private static <T> T use(InputStream stream, String name, Consumer<NiftiHeader> check, Use<T> use)
      throws IOException {
    try (var input = NiftiInput.of(stream, name)) {
      var decoded = HeaderDecoder.decode(input);
      check.accept(decoded.header());
      if (decoded.pair()) {
        throw input
            .faults()
            .unsupported(
                0, "the header of a .hdr/.img pair in a stream. Read the pair by its path");
      }
      return use.of(input, withExtensions(input, decoded), decoded.voxOffset());
    }
  }

  /** One volume of a series. */
  @FunctionalInterface
  public interface VolumeVisitor {
    /**
     * @param volume its number, from 0, along all axes behind the third
     * @param values rounded to float, first index fastest; the visitor's own
     */
    void visit(int volume, float[] values);
  }

  /**
   * Reads an image volume by volume, so that memory holds one at a time; of a pair either file may
   * be given.
   *
   * @param check may throw to refuse the image before its data are read
   * @return its header
   */
  public static NiftiHeader readVolumes(
      Path file, Consumer<NiftiHeader> check, VolumeVisitor visitor) throws IOException {
    return open(file, check, visiting(visitor));
  }

  /** As {@link #readVolumes(Path, Consumer, VolumeVisitor)}, from a stream, which stays open. */
  public static NiftiHeader readVolumes(
      InputStream stream, String name, Consumer<NiftiHeader> check, VolumeVisitor visitor)
      throws IOException {
    return use(stream, name, check, visiting(visitor));
  }

  private static Use<NiftiHeader> visiting(VolumeVisitor visitor) {
    return (data, header, voxOffset) -> {
      visitVolumes(data, header, voxOffset, visitor);
      return header;
    };
  }

  private static void visitVolumes(
      NiftiInput input, NiftiHeader header, int voxOffset, VolumeVisitor visitor)
      throws IOException {
    skipTo(input, voxOffset);
    DataSize.checkLength(input, header);
    int[] dims = header.dims();
    NiftiHeader volume =
        header.toBuilder().dims(Arrays.copyOf(dims, Math.min(dims.length, AXES))).build();
    long start = input.position();
    int volumes = (int) (header.voxels() / volume.voxels());
    for (int v = 0; v < volumes; v++) {
      var values = StoredBytes.read(input, header, volume.voxels(), start);
      visitor.visit(v, new NiftiImage(volume, values).toFloats());
    }
    input.verifyChecksum();
  }

  /** Reads the header and its extensions only; the data need not be there. */
  public static NiftiHeader readHeader(Path file) throws IOException {
    try (var input = NiftiInput.open(FilePair.header(file))) {
      return withExtensions(input, HeaderDecoder.decode(input));
    }
  }

  private static NiftiHeader withExtensions(NiftiInput input, HeaderDecoder.Decoded decoded)
      throws IOException {
    long end = decoded.pair() ? Long.MAX_VALUE : decoded.voxOffset();
    List<NiftiExtension> extensions =
        ExtensionReader.read(input, decoded.header(), end, !decoded.pair());
    return extensions.isEmpty()
        ? decoded.header()
        : decoded.header().toBuilder().extensions(extensions).build();
  }

  private static NiftiImage readData(NiftiInput input, NiftiHeader header, int voxOffset)
      throws IOException {
    skipTo(input, voxOffset);
    DataSize.check(input, header);
    var values = StoredBytes.read(input, header, header.voxels(), input.position());
    input.verifyChecksum();
    return new NiftiImage(header, values);
  }

  private static void skipTo(NiftiInput input, int voxOffset) throws IOException {
    long gap = voxOffset - input.position();
    if (input.skip(gap) < gap) {
      throw input
          .faults()
          .corrupt(
              input.position(),
              "the file ends before the data, which vox_offset places at byte " + voxOffset);
    }
  }
}
