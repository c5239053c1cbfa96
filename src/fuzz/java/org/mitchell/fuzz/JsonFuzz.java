package org.mitchell.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;
import org.mitchell.fuzz.Reader.Family;

class JsonFuzz {
  private static Fuzzed fuzzed;

  @BeforeAll
  static void begin() throws IOException {
    fuzzed = new Fuzzed(Family.JSON);
  }

  @AfterAll
  static void end() {
    fuzzed.end();
  }

  static List<byte[]> seeds() throws IOException {
    return Fuzzed.seeds(Family.JSON);
  }

  @MethodSource("seeds")
  @FuzzTest
  void isReadOrRefusedByName(byte[] bytes) {
    fuzzed.read(bytes);
  }
}
