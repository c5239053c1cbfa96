package org.mitchell.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mitchell.fuzz.Reader.Family;

/**
 * The readers of one family, under one fuzzer: the first byte says which of them reads the others.
 *
 * <p>What is found is written to {@code target/fuzz/findings}, once a kind, and the fuzzer goes on;
 * the test fails at its end.
 */
final class Fuzzed {
  private final Family family;
  private final List<Reader> readers;
  private final Case files;
  private final Findings findings;
  private long cases;

  Fuzzed(Family family) throws IOException {
    this.family = family;
    this.readers = Reader.of(family);
    this.files = new Case(Files.createTempDirectory("mitchell-fuzz"));
    this.findings = new Findings(Path.of("target/fuzz/findings"));
    warmUp();
  }

  /** Classes are loaded, and changed by the fuzzer, before time is taken. */
  private void warmUp() throws IOException {
    for (Reader reader : readers) {
      for (Path seed : reader.seeds()) {
        reader.read(files.write(reader, Files.readAllBytes(seed)));
      }
    }
  }

  /** The seeds of all readers of a family. */
  static List<byte[]> seeds(Family family) throws IOException {
    List<Reader> readers = Reader.of(family);
    var seeds = new ArrayList<byte[]>();
    for (int r = 0; r < readers.size(); r++) {
      for (Path seed : readers.get(r).seeds()) {
        byte[] content = Files.readAllBytes(seed);
        var bytes = new byte[content.length + 1];
        bytes[0] = (byte) r;
        System.arraycopy(content, 0, bytes, 1, content.length);
        seeds.add(bytes);
      }
    }
    return seeds;
  }

  /** One case. */
  void read(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    cases++;
    Reader reader = readers.get((bytes[0] & 0xff) % readers.size());
    byte[] content = Arrays.copyOfRange(bytes, 1, bytes.length);
    try {
      files.read(reader, content);
    } catch (AssertionError e) {
      findings.add(reader, content, e);
    }
  }

  /**
   * @throws AssertionError if anything was found
   */
  void end() {
    System.out.printf("fuzzed %s: %,d cases, %d findings%n", family, cases, findings.kinds());
    if (findings.kinds() > 0) {
      throw new AssertionError("%s: %s".formatted(family, findings));
    }
  }
}
