package org.mitchell.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file is that is not what was expected, told by its first bytes, so that a message can name
 * it: {@code a NIfTI image where a table is expected}.
 */
public final class FileKind {
  /** A file of an image: its header is this long, or longer. */
  private static final int NIFTI_1 = 348;

  private static final int NIFTI_2 = 540;
  private static final int MAGIC_OF_NIFTI_1 = 344;
  private static final int MAGIC_OF_DICOM = 128;
  private static final int LOOKED_AT = 1 << 10;

  private final byte[] head;

  private FileKind(byte[] head) {
    this.head = head;
  }

  /**
   * With an article, as in "a NIfTI image"; nothing where it is none of the kinds known here, or
   * cannot be read.
   */
  public static Optional<String> of(Path file) {
    try (var stream = InputFiles.open(file)) {
      return new FileKind(stream.readNBytes(LOOKED_AT)).inWords();
    } catch (InputException | IOException e) {
      return Optional.empty();
    }
  }

  /**
   * What a file is, if that is none of the kinds whose names have one of these words.
   *
   * @param own of the kinds that were expected: NIfTI, GIFTI, XML
   */
  public static Optional<String> otherThan(Path file, String... own) {
    return of(file).filter(kind -> Arrays.stream(own).noneMatch(kind::contains));
  }

  private Optional<String> inWords() {
    if (isImage()) {
      return Optional.of(
          isMagic(MAGIC_OF_NIFTI_1, "n") || isNifti2() ? "a NIfTI image" : "an ANALYZE image");
    }
    return Optional.ofNullable(ofMagic()).or(this::ofText);
  }

  private String ofMagic() {
    if (isMagic(0, "MATLAB 7.3") || isMagic(0, "MATLAB 5.0")) {
      return "a MATLAB file";
    }
    if (isMagic(0, "\u0089HDF")) {
      return "an HDF5 file";
    }
    if (isMagic(MAGIC_OF_DICOM, "DICM")) {
      return "a DICOM image";
    }
    if (isMagic(0, "\u00ff\u00ff\u00fe")) {
      return "a FreeSurfer surface";
    }
    if (isMagic(0, "\u0093NUMPY")) {
      return "a NumPy array";
    }
    if (isMagic(0, "PK\u0003\u0004")) {
      return "a ZIP archive (such as .xlsx or .npz)";
    }
    return isMagic(0, "\u0089PNG") ? "a PNG picture" : isMagic(0, "%PDF") ? "a PDF document" : null;
  }

  private Optional<String> ofText() {
    String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "").stripLeading();
    if (!text.startsWith("<")) {
      return Optional.empty();
    }
    return Optional.of(
        text.contains("<GIFTI")
            ? "a GIFTI file"
            : text.contains("<atlas") ? "an atlas's list of names in XML" : "XML or HTML");
  }

  private boolean isImage() {
    return head.length >= NIFTI_1
        && (number(ByteOrder.LITTLE_ENDIAN) == NIFTI_1
            || number(ByteOrder.BIG_ENDIAN) == NIFTI_1
            || isNifti2());
  }

  private boolean isNifti2() {
    return (number(ByteOrder.LITTLE_ENDIAN) == NIFTI_2 || number(ByteOrder.BIG_ENDIAN) == NIFTI_2)
        && isMagic(4, "n");
  }

  private int number(ByteOrder order) {
    return ByteBuffer.wrap(head).order(order).getInt();
  }

  private boolean isMagic(int at, String magic) {
    boolean is = head.length >= at + magic.length();
    for (int i = 0; is && i < magic.length(); i++) {
      is = (head[at + i] & 0xff) == magic.charAt(i);
    }
    return is;
  }
}
