package org.mitchell.fmri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mitchell.files.InputException;

/**
 * Thousands of mutated .mat files: each is read, or refused by an InputException of a line or two.
 */
@Timeout(300)
class MatFuzzTest {
  private static final Path CONTENTS = Path.of("testdata/fmri/contents");
  private static final int MUTATIONS = 600;

  /** Values that lengths, dimensions and addresses do not expect. */
  private static final long[] ODD = {
    0,
    1,
    -1,
    2,
    7,
    8,
    255,
    256,
    0x7fff,
    0x8000,
    0xffff,
    0x7fffffffL,
    0x80000000L,
    0xffffffffL,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "struct-row-v5.mat",
        "struct-of-letters-v5-big-endian.mat",
        "words-in-cells-v5.mat",
        "cell-of-structs-v5.mat",
        "more-fields-v5.mat",
        "words-string-v5.mat",
        "struct-row-v73.mat",
        "struct-of-cells-v73.mat",
        "words-in-cells-v73.mat",
        "more-fields-v73.mat",
        "data-matrix-v73.mat",
        "words-string-v73.mat"
      })
  void whateverIsChangedOnlyInputExceptionsComeOut(String name) throws IOException {
    byte[] whole = Files.readAllBytes(CONTENTS.resolve(name));
    var random = new SplittableRandom(name.hashCode());
    int refused = 0;
    for (int trial = 0; trial < MUTATIONS; trial++) {
      byte[] mutated = mutated(whole, random);
      Path file = Files.write(folder.resolve("mutated.mat"), mutated);
      try {
        ResponsesReader.read(file, "P", ReadOptions.DEFAULT);
      } catch (InputException e) {
        refused++;
        assertThat(e.getMessage())
            .as("mutation %d", trial)
            .startsWith(file + ": ")
            .hasSizeLessThan(600)
            .doesNotContain("Exception", "Error", "null", "java.", "io.jhdf");
      } catch (RuntimeException | Error e) {
        fail("mutation " + trial + " of " + name, e);
      }
    }
    assertThat(refused).as("mutations that are noticed").isGreaterThan(MUTATIONS / 20);
  }

  private static byte[] mutated(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> put(bytes, at & ~3, ODD[random.nextInt(ODD.length)], 4);
        case 3 -> put(bytes, at & ~7, ODD[random.nextInt(ODD.length)], 8);
        case 4 -> copy(bytes, random.nextInt(bytes.length), at, random.nextInt(1, 64));
        default ->
            bytes = Arrays.copyOf(bytes, Math.max(1, random.nextInt(8) == 0 ? at : bytes.length));
      }
    }
    return bytes;
  }

  private static void put(byte[] bytes, int at, long value, int width) {
    for (int i = 0; i < width && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >> 8 * i);
    }
  }

  private static void copy(byte[] bytes, int from, int to, int length) {
    int most = Math.min(length, bytes.length - Math.max(from, to));
    System.arraycopy(bytes, from, bytes, to, most);
  }
}
