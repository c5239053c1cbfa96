package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mitchell.files.InputFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command printed, and its exit status. */
public record Ran(int status, String out, String err) {
  public static final Path ANALYSIS = Path.of("testdata/analysis");
  public static final Path T1 = ANALYSIS.resolve("data-science-T1.mat");
  public static final Path T2 = ANALYSIS.resolve("data-science-T2.mat");
  public static final Path FEATURES = ANALYSIS.resolve("features_T.csv");

  /** Runs a command in this process. */
  public static Ran mitchell(Object... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    PrintStream outBefore = System.out;
    PrintStream errBefore = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int status = Mitchell.run(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
      return new Ran(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }

  /** Fits a participant's file with the five features of the fixtures. */
  public static Ran fit(Path out, String subject, Path data, Object... more) {
    Object[] usual = {
      "fit",
      "--subject",
      subject,
      "--data",
      data,
      "--features",
      FEATURES,
      "--few-words",
      "--out",
      out
    };
    return mitchell(Stream.concat(Arrays.stream(usual), Arrays.stream(more)).toArray());
  }

  public Ran succeeds() {
    assertThat(status).as("%s%s", out, err).isZero();
    return this;
  }

  /** A line or two on standard error, for a user to read, and nothing on standard output. */
  public Ran failsWith(int expected) {
    assertThat(status).as("%s%s", out, err).isEqualTo(expected);
    assertThat(out).isEmpty();
    assertThat(errLines())
        .hasSizeBetween(1, 2)
        .noneMatch(line -> line.startsWith("\tat ") || line.startsWith("java."));
    assertThat(errLines().get(0))
        .startsWith("mitchell: ")
        .doesNotContain("error of the program itself");
    return this;
  }

  /** Standard error without the notes that a command prints while it works. */
  List<String> errLines() {
    int first = Math.max(0, err.indexOf("mitchell: "));
    return err.substring(first).lines().toList();
  }

  public JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }

  public static JsonNode json(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(file));
  }

  /** The files under a folder by their path in it, each with its SHA-256; hidden ones too. */
  public static SortedMap<String, String> files(Path folder) throws IOException {
    var hashes = new TreeMap<String, String>();
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          hashes.put(folder.relativize(file).toString(), InputFiles.sha256(file));
        }
      }
    }
    return hashes;
  }
}
