package org.mitchell.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.mitchell.fuzz.Reader.Family;

/**
 * The readers of one family, under one fuzzer: the first byte says which of them reads the others.
 *
 * <p>What is found is written to {@code target/fuzz/findings}, once a kind, and the fuzzer goes on;
 * the test fails at its end, with the bytes. A checksum of all cases tells whether two runs tried
 * the same.
 */
final class Fuzzed {
  private final Family family;
  private final List<Reader> readers;
  private final Case files;
  private final Findings findings;
  private final long[] cases;
  private final long[] read;
  private final CRC32 all = new CRC32();

  Fuzzed(Family family) throws IOException {
    this.family = family;
    this.readers = Reader.of(family);
    this.cases = new long[readers.size()];
    this.read = new long[readers.size()];
    // Always of one name: texts that readers compare are tried by the fuzzer.
    this.files = new Case(Files.createDirectories(Path.of("target/fuzz/at-work", family.name())));
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
    int number = (bytes[0] & 0xff) % readers.size();
    Reader reader = readers.get(number);
    cases[number]++;
    all.update(bytes);
    byte[] content = Arrays.copyOfRange(bytes, 1, bytes.length);
    try {
      if (files.read(reader, content).isPresent()) {
        read[number]++;
      }
    } catch (AssertionError e) {
      findings.add(reader, content, e);
    }
  }

  /**
   * @throws AssertionError if anything was found
   */
  void end() {
    for (int r = 0; r < readers.size(); r++) {
      System.out.printf("  %s: %,d cases, %,d read%n", readers.get(r), cases[r], read[r]);
    }
    System.out.printf(
        "fuzzed %s: %,d cases (all of them: %08x), %d findings%n",
        family, Arrays.stream(cases).sum(), all.getValue(), findings.kinds());
    findings.print(System.out);
    if (findings.kinds() > 0) {
      throw new AssertionError("%s: %s".formatted(family, findings));
    }
  }
}
