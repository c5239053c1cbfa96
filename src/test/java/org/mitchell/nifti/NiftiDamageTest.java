package org.mitchell.nifti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NiftiDamageTest {
  private static final long FEW_MEGABYTES = 4 << 20;

  @TempDir Path folder;

  /** Loading classes allocates too, once, in whichever test comes first. */
  @BeforeAll
  static void classesAreLoadedBeforeAllocationsAreMeasured() {
    assertThatThrownBy(() -> Samples.read(new byte[0])).isInstanceOf(NiftiException.class);
  }

  /**
   * One field of a NIfTI-1 header gets a wrong value: type, offset, value, then where and what is
   * complained of.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int   | 0   | 349        | 0   | false | sizeof_hdr is 349 where 348 (NIfTI-1) or 540 (NIfTI-2) is expected
          short | 40  | 0          | 40  | false | dim[0] is 0 where 1 to 7 dimensions are expected
          short | 40  | 8          | 40  | false | dim[0] is 8 where
          short | 42  | 0          | 42  | false | dim[1] is 0 where a positive number is expected
          short | 46  | -3         | 46  | false | dim[3] is -3 where a positive number is expected
          short | 70  | 0          | 70  | false | datatype is 0, which NIfTI does not have
          short | 70  | 128        | 70  | true  | unsupported: datatype 128 (RGB24)
          short | 70  | 1536       | 70  | true  | unsupported: datatype 1536 (FLOAT128)
          short | 70  | 1          | 70  | true  | unsupported: datatype 1 (BINARY)
          short | 72  | 16         | 72  | false | bitpix is 16 where datatype 16 (FLOAT32) has 32
          float | 108 | 0          | 108 | false | vox_offset is 0.0 where a whole number from 352
          float | 108 | 352.5      | 108 | false | vox_offset is 352.5 where
          float | 108 | NaN        | 108 | false | vox_offset is NaN where
          float | 108 | 1e30       | 108 | false | vox_offset is
          float | 108 | 4000       | 108 | false | vox_offset is 4000.0 where the file has 500 bytes
          int   | 344 | 0          | 344 | true  | unsupported: no magic bytes: this is an ANALYZE 7.5 header
          int   | 344 | 17         | 344 | false | magic bytes [17, 0, 0, 0] where [110, 43, 49, 0] is expected
          float | 112 | 2          | 116 | false | scl_inter is NaN where a finite number is expected
          int   | 352 | 7          | 352 | false | an extension claims 7 bytes where 8 to 32 are expected
          int   | 352 | 48         | 352 | false | an extension claims 48 bytes where
          int   | 352 | -16        | 352 | false | an extension claims -16 bytes where
          """)
  void aWrongFieldIsNamed(
      String type, int at, String value, long place, boolean unsupported, String message)
      throws IOException {
    byte[] bytes = withExtension();
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(116, Float.NaN);
    switch (type) {
      case "short" -> buffer.putShort(at, Short.parseShort(value));
      case "int" -> buffer.putInt(at, Integer.parseInt(value));
      default -> buffer.putFloat(at, Float.parseFloat(value));
    }
    Path file = folder.resolve("wrong.nii");
    Files.write(file, bytes);
    assertThatThrownBy(() -> NiftiReader.read(file))
        .hasMessageContaining(message)
        .hasMessageStartingWith(file + ": byte " + place + ": ")
        .isInstanceOfSatisfying(
            NiftiException.class,
            e -> {
              assertThat(e.position()).isEqualTo(place);
              assertThat(e.isUnsupported()).isEqualTo(unsupported);
            });
  }

  @Test
  void aSmallFileThatClaimsEighteenGigabytesIsRefusedWithoutAllocating() throws IOException {
    byte[] bytes = Arrays.copyOf(Samples.plain(NiftiImage.of(little(), new float[29])), 400);
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putShort(42, (short) 1650).putShort(44, (short) 1650).putShort(46, (short) 1650);
    Path plain = folder.resolve("plain.nii");
    Files.write(plain, bytes);
    Path gzip = folder.resolve("gzip.nii.gz");
    Files.write(gzip, gzip(bytes));
    for (Path file : List.of(plain, gzip)) {
      long allocated =
          allocatedBy(
              () ->
                  assertThatThrownBy(() -> NiftiReader.read(file))
                      .isInstanceOf(NiftiException.class)
                      .hasMessageContaining(
                          "the data end after 48 bytes where the header declares 17968500000"
                              + " bytes"));
      assertThat(allocated).isLessThan(FEW_MEGABYTES);
    }
  }

  @Test
  void dimensionsWhoseProductOverflowsAreRefused() throws IOException {
    var two = little().toBuilder().version(NiftiVersion.NIFTI_2).build();
    byte[] bytes = Samples.plain(NiftiImage.of(two, new float[29]));
    var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int axis = 1; axis <= 3; axis++) {
      buffer.putLong(16 + 8 * axis, 1 << 30);
    }
    assertThatThrownBy(() -> Samples.read(bytes))
        .isInstanceOf(NiftiException.class)
        .hasMessageContaining(
            "dimensions [1073741824, 1073741824, 1073741824] have a product that no file can hold");
    buffer.putLong(24, 1L << 40);
    assertThatThrownBy(() -> Samples.read(bytes))
        .isInstanceOfSatisfying(NiftiException.class, e -> assertThat(e.isUnsupported()).isTrue())
        .hasMessageContaining("dim[1] is 1099511627776");
  }

  @Test
  void aWrongChecksumOfAGzipFileIsNoticed() throws IOException {
    byte[] bytes = Samples.gzipped(NiftiImage.of(little(), new float[29]), 6);
    bytes[bytes.length - 6] ^= 1;
    assertThatThrownBy(() -> Samples.read(bytes))
        .isInstanceOf(NiftiException.class)
        .hasMessageContaining("the gzip stream is damaged or cut short");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThatThrownBy(() -> Samples.read(new byte[0]))
        .isInstanceOf(NiftiException.class)
        .hasMessage(
            "bytes.nii: byte 0: the file ends where a header of 348 or 540 bytes is expected");
  }

  @Test
  void theDataOfAPairMustBeBesideTheHeader() throws IOException {
    Files.copy(Samples.FIXTURES.resolve("pair.hdr"), folder.resolve("alone.hdr"));
    assertThat(NiftiReader.readHeader(folder.resolve("alone.hdr")).dims()).containsExactly(3, 2, 2);
    assertThatThrownBy(() -> NiftiReader.read(folder.resolve("alone.hdr")))
        .isInstanceOf(NiftiException.class)
        .hasMessageContaining("alone.img is not beside it");
  }

  static Stream<byte[]> smallFiles() throws IOException {
    var two =
        little().toBuilder().version(NiftiVersion.NIFTI_2).byteOrder(ByteOrder.BIG_ENDIAN).build();
    return Stream.of(
        withExtension(),
        Samples.plain(NiftiImage.of(two, Samples.ramp(29))),
        gzip(withExtension()),
        Samples.gzipped(NiftiImage.of(two, Samples.ramp(29)), 9));
  }

  @ParameterizedTest
  @MethodSource("smallFiles")
  void everyTruncationIsANiftiException(byte[] whole) throws IOException {
    Samples.read(whole);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      long allocated =
          allocatedBy(
              () ->
                  assertThatThrownBy(() -> Samples.read(part)).isInstanceOf(NiftiException.class));
      assertThat(allocated)
          .as("bytes allocated for the first %d bytes", length)
          .isLessThan(FEW_MEGABYTES);
    }
  }

  @ParameterizedTest
  @MethodSource("smallFiles")
  void flippedBytesGiveAnImageOrANiftiException(byte[] whole) throws IOException {
    var random = new SplittableRandom(20080530);
    int refused = 0;
    for (int trial = 0; trial < 4000; trial++) {
      byte[] damaged = whole.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        // Half of the damage goes into the first bytes of the header, where sizes and types are.
        int at =
            random.nextInt(random.nextBoolean() ? Math.min(124, damaged.length) : damaged.length);
        damaged[at] ^= (byte) (1 << random.nextInt(8));
      }
      var refusal = new boolean[1];
      long allocated = allocatedBy(() -> refusal[0] = isRefused(damaged));
      refused += refusal[0] ? 1 : 0;
      assertThat(allocated).as("bytes allocated in trial %d", trial).isLessThan(FEW_MEGABYTES);
    }
    assertThat(refused).as("damage that is noticed").isBetween(400, 4000);
  }

  @Test
  void flippedHeaderBytesInsideAGzipFileAreNoExcuse() throws IOException {
    var random = new SplittableRandom(7);
    for (int trial = 0; trial < 2000; trial++) {
      byte[] damaged = withExtension();
      damaged[random.nextInt(400)] ^= (byte) (1 << random.nextInt(8));
      byte[] bytes = gzip(damaged);
      assertThat(allocatedBy(() -> isRefused(bytes))).isLessThan(FEW_MEGABYTES);
    }
  }

  /**
   * Whatever is not refused must also be usable: affine, values and writing may not fail either.
   */
  private static boolean isRefused(byte[] bytes) throws IOException {
    try {
      var image = Samples.read(bytes);
      image.affine();
      image.toDoubles();
      Samples.plain(image);
      return false;
    } catch (NiftiException e) {
      return true;
    }
  }

  private static NiftiHeader little() {
    return Samples.map(29, 1, 1).byteOrder(ByteOrder.LITTLE_ENDIAN).build();
  }

  /** 500 bytes: header, one extension of 32 bytes, 29 floats. */
  private static byte[] withExtension() throws IOException {
    var extension =
        new NiftiExtension(
            6, "twenty-four bytes, no NUL".substring(1).getBytes(StandardCharsets.US_ASCII));
    return Samples.plain(
        NiftiImage.of(
            little().toBuilder().extensions(List.of(extension)).build(), Samples.ramp(29)));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private interface Task {
    void run() throws IOException;
  }

  private static long allocatedBy(Task task) throws IOException {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    task.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
