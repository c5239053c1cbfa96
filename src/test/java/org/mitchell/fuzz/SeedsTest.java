package org.mitchell.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every reader on the seeds of testdata/fuzz: whole, cut and damaged. The fuzzer of src/fuzz goes
 * on from the same seeds.
 */
class SeedsTest {
  /** Cuts of one file, besides those in its first and last bytes. */
  private static final int CUTS = 60;

  private static final int ENDS = 24;
  private static final int DAMAGED = 60;
  private static final int MUTATED = 40;

  /** Fewer bytes do not say yet of which form a file is: it is text as good as any other. */
  private static final int SIGN = 16;

  @TempDir private Path folder;
  private Case files;

  @BeforeEach
  void folder() throws IOException {
    files = new Case(folder);
  }

  @ParameterizedTest
  @EnumSource(Reader.class)
  void aSoundFileIsRead(Reader reader) throws IOException {
    for (Path seed : reader.seeds()) {
      assertThat(files.read(reader, Files.readAllBytes(seed))).as(seed.toString()).isPresent();
    }
  }

  /** A beginning that says all may be read: blanks at the end, or a checksum nobody needs. */
  @ParameterizedTest
  @EnumSource(Reader.class)
  void aFileThatIsCutNeverPassesForAnother(Reader reader) throws IOException {
    var accepted = new ArrayList<String>();
    for (Path seed : reader.seeds()) {
      byte[] bytes = Files.readAllBytes(seed);
      Optional<String> whole = files.read(reader, bytes);
      boolean showsItsEnd = seed.getFileName().toString().startsWith("whole-");
      for (int length : lengths(bytes.length)) {
        Optional<String> cut = files.read(reader, Arrays.copyOf(bytes, length));
        if (showsItsEnd && length > SIGN && cut.isPresent() && !cut.equals(whole)) {
          accepted.add("%s: %d of %d bytes".formatted(seed, length, bytes.length));
        }
      }
    }
    assertThat(accepted).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Reader.class)
  void aDamagedFileIsReadOrRefusedByName(Reader reader) throws IOException {
    var random = new SplittableRandom(20);
    for (Path seed : reader.seeds()) {
      byte[] sound = Files.readAllBytes(seed);
      for (int i = 0; i < DAMAGED; i++) {
        byte[] bytes = sound.clone();
        for (int changes = random.nextInt(1, 9); changes > 0; changes--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        files.read(reader, bytes);
      }
    }
  }

  /**
   * As fuzzers change them, and always alike: the same files on every machine, whatever the code.
   */
  @ParameterizedTest
  @EnumSource(Reader.class)
  void aFileOfOtherPartsIsReadOrRefusedByName(Reader reader) throws IOException {
    var mutations = new Mutations(19);
    List<Path> seeds = reader.seeds();
    for (int s = 0; s < seeds.size(); s++) {
      byte[] sound = Files.readAllBytes(seeds.get(s));
      byte[] other = Files.readAllBytes(seeds.get((s + 1) % seeds.size()));
      for (int i = 0; i < MUTATED; i++) {
        files.read(reader, mutations.of(sound, other));
      }
    }
  }

  /** What the fuzzer found once, READER-WHAT: each ended with an error that no user should see. */
  @Test
  void whatWasFoundOnceIsRefusedByName() throws IOException {
    try (Stream<Path> found = Files.list(Reader.FOLDER.resolve("found"))) {
      for (Path file : found.toList()) {
        Reader reader = Reader.valueOf(file.getFileName().toString().replaceFirst("-.*", ""));
        assertThat(files.read(reader, Files.readAllBytes(file))).as(file.toString()).isEmpty();
      }
    }
  }

  private static TreeSet<Integer> lengths(int all) {
    var lengths = new TreeSet<Integer>();
    for (int i = 0; i < ENDS; i++) {
      lengths.add(Math.min(i, all - 1));
      lengths.add(Math.max(0, all - 1 - i));
    }
    for (int i = 0; i < CUTS; i++) {
      lengths.add((int) ((long) all * i / CUTS));
    }
    return lengths;
  }
}
