package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;

/**
 * Whatever happened to a .mat file: an InputException that names it, in little memory and a finite
 * time.
 */
@Timeout(300)
class MatDamageTest {
  private static final Path ANALYSIS = Path.of("testdata/analysis");
  private static final Path TINY = Path.of("testdata/fmri");
  private static final long SOME_MEGABYTES = 16 << 20;

  @TempDir Path folder;

  static Stream<Path> claims() throws IOException {
    try (var files = Files.list(TINY)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("claims-"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("claims")
  void whatAFileClaimsIsNotAllocated(Path file) throws IOException {
    long allocated = allocatedBy(() -> assertThat(refusal(file)).contains(file.toString()));
    assertThat(allocated).isLessThan(SOME_MEGABYTES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          claims-cells.mat            | 1,073,741,824 cells are stated and 1 are there
          claims-cells-compressed.mat | 1,073,741,824 cells are stated and 1 are there
          claims-cells-overflow.mat   | dimensions whose product is negative or above 2^31
          claims-cells-negative.mat   | dimensions whose product is negative or above 2^31
          claims-fields.mat           | 536,870,912 x 1 fields are stated and 1 are there
          claims-numbers.mat          | an element of 1,073,741,824 bytes where 16 are left
          claims-numbers-dims.mat     | 1,073,741,824 values are stated in 48 bytes
          claims-variable.mat         | an element of 2,147,483,632 bytes where
          claims-deep-compressed.mat  | arrays are nested more than 32 deep
          claims-end-compressed.mat   | the compressed data should end after 584 bytes
          claims-v73-contiguous.mat   | states 68,719,476,736 bytes, which a file of 29,400 bytes cannot hold
          """)
  void theMessageSaysWhatWasClaimed(String name, String claim) throws IOException {
    assertThat(refusal(TINY.resolve(name)))
        .contains("damaged or cut short", claim, "Download or save");
  }

  @Test
  void theByteOfTheDamagedVariableIsNamed() throws IOException {
    assertThat(refusal(TINY.resolve("claims-cells.mat")))
        .contains(": byte 1,488: the variable here cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"v5-bytes.mat", "v5-big-endian.mat", "v5-matrix.mat"})
  void everyTruncationOfASmallFileIsNoticed(String name) throws IOException {
    byte[] whole = Files.readAllBytes(TINY.resolve(name));
    int unnoticed = 0;
    for (int length = 0; length < whole.length; length++) {
      Path file = write(Arrays.copyOf(whole, length));
      String message = refusal(file);
      if (message.isEmpty()) {
        unnoticed++;
        assertThat(read(file).notes()).singleElement().asString().contains("no meta.colToCoord");
      } else {
        assertThat(message)
            .as("the first %d bytes", length)
            .containsAnyOf("cut short", "no variable", "not a MATLAB");
      }
    }
    assertThat(unnoticed)
        .as("cut between data and meta, a file is sound and has no coordinates")
        .isEqualTo(1);
  }

  @Test
  void truncationsOfAnHdf5FileAreNoticed() throws IOException {
    for (Path file :
        List.of(TINY.resolve("v73.mat"), ANALYSIS.resolve("data-science-T1-v73.mat"))) {
      byte[] whole = Files.readAllBytes(file);
      for (int length = 0; length < whole.length; length += 1 + whole.length / 300) {
        assertThat(refusal(write(Arrays.copyOf(whole, length))))
            .as("the first %d bytes", length)
            .isNotEmpty();
      }
    }
  }

  @Test
  void truncationsOfACompressedFileAreNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(ANALYSIS.resolve("data-science-T1.mat"));
    for (int length = 0; length < whole.length; length += 13) {
      assertThat(refusal(write(Arrays.copyOf(whole, length))))
          .as("the first %d bytes", length)
          .isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v5-bytes.mat",
        "v5-matrix-compressed.mat",
        "v5-matrix.mat",
        "v5-big-endian.mat",
        "v73.mat",
        "v73-matrix-chunked.mat"
      })
  void flippedBitsGiveResponsesOrAMessage(String name) throws IOException {
    byte[] whole = Files.readAllBytes(TINY.resolve(name));
    var random = new SplittableRandom(20080530);
    int refused = 0;
    for (int trial = 0; trial < 600; trial++) {
      byte[] damaged = whole.clone();
      for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path file = write(damaged);
      var message = new String[1];
      long allocated = allocatedBy(() -> message[0] = refusal(file));
      refused += message[0].isEmpty() ? 0 : 1;
      assertThat(allocated)
          .as("bytes allocated in trial %d (%s)", trial, message[0])
          .isLessThan(SOME_MEGABYTES);
    }
    assertThat(refused).as("damage that is noticed").isBetween(40, 600);
  }

  /** Deflate has a checksum: no number may change unnoticed. */
  @Test
  void noFlippedBitOfCompressedDataChangesANumber() throws IOException {
    byte[] whole = Files.readAllBytes(ANALYSIS.resolve("data-science-T1.mat"));
    Responses sound = read(ANALYSIS.resolve("data-science-T1.mat"));
    var random = new SplittableRandom(3);
    for (int trial = 0; trial < 300; trial++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(128, whole.length)] ^= (byte) (1 << random.nextInt(8));
      Path file = write(damaged);
      if (refusal(file).isEmpty()) {
        assertThat(allNumbers(read(file))).isDeepEqualTo(allNumbers(sound));
      }
    }
  }

  @Test
  void bytesOfNoFormatAreRefused() throws IOException {
    var random = new SplittableRandom(11);
    byte[][] starts = {
      {},
      ascii("MATLAB 5.0 MAT-file"),
      ascii("MATLAB 7.3 MAT-file"),
      {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'}
    };
    for (int trial = 0; trial < 400; trial++) {
      byte[] bytes = new byte[random.nextInt(30, 3000)];
      random.nextBytes(bytes);
      byte[] start = starts[trial % starts.length];
      System.arraycopy(start, 0, bytes, 0, start.length);
      if (bytes.length > 128 && trial % 2 == 1) {
        System.arraycopy(ascii("IM"), 0, bytes, 126, 2);
      }
      Path file = write(bytes);
      long allocated = allocatedBy(() -> assertThat(refusal(file)).isNotEmpty());
      assertThat(allocated).isLessThan(SOME_MEGABYTES);
    }
  }

  @Test
  void anElementAboveTwoGigabytesIsRefused() throws IOException {
    Path file = write(Arrays.copyOf(Files.readAllBytes(TINY.resolve("v5-matrix.mat")), 128));
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var tag =
          ByteBuffer.allocate(8)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(14)
              .putInt((int) 3_000_000_000L)
              .flip();
      channel.write(tag, 128);
      // A hole and one byte: the file is that long and takes no space.
      channel.write(ByteBuffer.allocate(1), 136 + 3_000_000_000L - 1);
    }
    assertThat(refusal(file))
        .contains("byte 128", "an element of 3,000,000,000 bytes where 2 GB are the most");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Path file = write(new byte[0]);
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ": not a MATLAB file: it starts with neither 'MATLAB' nor the HDF5 signature."
                + " Download or save it again (v5 to v7.3)");
  }

  private Path write(byte[] bytes) throws IOException {
    Path file = folder.resolve("damaged.mat");
    Files.write(file, bytes);
    return file;
  }

  /** The message of the refusal; empty when the file is read. Any other exception ends the test. */
  private static String refusal(Path file) throws IOException {
    try {
      read(file);
      return "";
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith(file + ": ");
      return e.getMessage();
    }
  }

  private static Responses read(Path file) throws IOException {
    return ResponsesReader.read(file, "P", ReadOptions.DEFAULT);
  }

  private static float[][] allNumbers(Responses responses) {
    return IntStream.range(0, responses.words().size())
        .boxed()
        .flatMap(
            w ->
                IntStream.range(0, responses.presentations(w)).mapToObj(p -> responses.trial(w, p)))
        .toArray(float[][]::new);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
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
