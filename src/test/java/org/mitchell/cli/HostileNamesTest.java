package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mitchell.fmri.Stimulus;
import org.mitchell.jobs.Workers;
import org.mitchell.simulation.SimulatedBrain;
import org.mitchell.simulation.Simulation;
import org.mitchell.simulation.SimulationFiles;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Words, features, categories, regions and folders with names of markup, formulas and terminal
 * commands, through every command that writes: none of them is ever anything but text.
 */
class HostileNamesTest {
  private static final String MARKUP = "<img src=x onerror=alert(1)>";
  private static final String CLOSING = "</script><script>alert(2)</script>";
  private static final String FORMULA = "=HYPERLINK(\"http://x.example\")";
  private static final String PLUS = "+cmd|calc";
  private static final String AT = "@SUM(A1)";
  private static final String SECOND = "-2+3+cmd|calc";
  private static final String ATTRIBUTE = "\" onload=\"alert(3)";
  private static final String ENTITY = "&lt;b&gt;&#x3c;b>";

  /** Elements and attributes that text of ours never makes. */
  private static final Set<String> FOREIGN =
      Set.of("img", "script", "iframe", "b", "foreignobject");

  private static final List<String> NAMES =
      List.of(MARKUP, CLOSING, FORMULA, PLUS, AT, SECOND, ATTRIBUTE, ENTITY);

  @TempDir private Path temp;

  private final List<String> printed = new ArrayList<>();

  private void mitchell(Object... words) {
    Ran ran = Ran.mitchell(words).succeeds();
    printed.add(ran.out());
    printed.add(ran.err());
  }

  @Test
  void namesAreNothingButTextInWhateverIsWritten() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("<svg onload=alert(4)>\u001b]0;x\u0007"));
    participant(folder);
    Path data = folder.resolve("data");
    Path features = folder.resolve("features.tsv");
    Path other = folder.resolve("=other.tsv");
    Path out = folder.resolve("out");
    for (String subject : List.of("H1", "H2")) {
      mitchell(
          "fit",
          "--subject",
          subject,
          "--data",
          data,
          "--features",
          features,
          "--voxels",
          "40",
          "--out",
          out);
    }
    mitchell("predict", MARKUP, "--subject", "H1", "--model", out);
    mitchell("predict", FORMULA, "--subject", "H1", "--model", out);
    mitchell(
        "evaluate",
        "--subject",
        "H1",
        "--data",
        data,
        "--features",
        features,
        "--permutations",
        "5",
        "--subsamples",
        "0",
        "--voxels",
        "40",
        "--out",
        out);
    mitchell(
        "compare",
        "--subject",
        "H1",
        "--data",
        data,
        "--features",
        "a=" + features + ",b=" + other,
        "--subsamples",
        "2",
        "--voxels",
        "40",
        "--out",
        out);
    mitchell(
        "similarity",
        "--subject",
        "H1",
        "--data",
        data,
        "--features",
        features,
        "--permutations",
        "5",
        "--out",
        folder.resolve("rsa"));
    mitchell("map", "--subject", "H1", "--model", out, "--permutations", "5", "--out", out);
    mitchell("report", "--model", out, "--out", folder.resolve("report.html"));
    mitchell(
        "figure", "signatures", "H1", "--model", out, "--out", folder.resolve("signatures.svg"));
    mitchell("figure", "scatter", "H1", "--model", out, "--out", folder.resolve("scatter.svg"));
    mitchell(
        "figure", "similarity", "H1", "--model", out, "--out", folder.resolve("similarity.svg"));
    mitchell("figure", "words", features, "--out", folder.resolve("words.svg"));
    mitchell("features", "compare", features, other, "--out", folder.resolve("agreement.tsv"));
  }

  @Test
  void namesOfRegionsRatingsAndVectorsAreNothingButText() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("<svg onload=alert(4)>"));
    participant(folder);
    Path data = folder.resolve("data");
    Path features = folder.resolve("features.tsv");
    Path out = folder.resolve("out");
    var common =
        List.of("--subject", "H1", "--data", data, "--features", features, "--voxels", "40");
    mitchell(with(common, "fit", "--out", out));
    Path names = Files.writeString(folder.resolve("names.txt"), "1\t" + MARKUP + "\n");
    mitchell(
        "regions",
        "--subject",
        "H1",
        "--model",
        out,
        "--atlas",
        first(out, "mask.nii.gz"),
        "--atlas-names",
        names);
    mitchell("predict", FORMULA, "--subject", "H1", "--model", out);
    Path predicted = first(out, "_desc-predicted");
    mitchell(
        "identify",
        predicted,
        "--subject",
        "H1",
        "--model",
        out,
        "--candidates",
        features,
        "--out",
        folder.resolve("identified.tsv"));
    mitchell(with(common, "leak", "--permutations", "19", "--subsamples", "2", "--out", out));
    ratings(folder, features);
  }

  private void ratings(Path folder, Path vectors) throws IOException {
    var rows = new ArrayList<>(List.of("word\t" + cell(FORMULA) + "\t" + cell(MARKUP)));
    var pairs = new ArrayList<>(List.of("word_1\tword_2\tsimilarity"));
    var random = new Random(9);
    for (int w = 0; w < 2 * NAMES.size(); w++) {
      String word = NAMES.get(w % NAMES.size()) + (w < NAMES.size() ? "" : " again");
      rows.add(cell(word) + "\t" + random.nextDouble() + "\t" + random.nextDouble());
      pairs.add(cell(word) + "\t" + cell(NAMES.get((w + 3) % 8)) + "\t" + random.nextDouble());
    }
    Path norms = Files.write(folder.resolve("=norms.tsv"), rows);
    Path judged = Files.write(folder.resolve("=pairs.tsv"), pairs);
    var both = List.of("--vectors", vectors, "--norms", norms, "--ridge", "1");
    mitchell(with(both, "norms", "fit", "--folds", "2", "--out", folder.resolve("norms")));
    mitchell(with(both, "norms", "predict", MARKUP, FORMULA, "--out", folder.resolve("p.tsv")));
    mitchell(
        with(
            both,
            "norms",
            "compare",
            "--folds",
            "2",
            "--out",
            folder.resolve("compared.tsv"),
            "--picture",
            folder.resolve("compared.svg")));
    var asked = List.of("--vectors", vectors);
    mitchell(with(asked, "vectors", "neighbours", MARKUP));
    mitchell(with(asked, "vectors", "similarity", MARKUP, FORMULA));
    mitchell(with(asked, "vectors", "analogy", MARKUP, FORMULA, PLUS));
    mitchell(with(asked, "vectors", "odd-one-out", MARKUP, FORMULA, PLUS));
    mitchell(
        with(
            asked,
            "vectors",
            "benchmark",
            "--pairs",
            judged,
            "--out",
            folder.resolve("benchmark.tsv"),
            "--picture",
            folder.resolve("benchmark.svg")));
    mitchell("vectors", "convert", vectors, "--out", folder.resolve("converted.tsv"));
  }

  @Test
  void namesOfTextsAndOfWhatIsSimulatedAreNothingButText() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("<svg onload=alert(4)>\u001b]0;x\u0007"));
    participant(folder);
    Path features = folder.resolve("features.tsv");
    Path data = folder.resolve("data");
    mitchell("check", "--subject", "H1", "--data", data, "--features", features);
    mitchell("check", "--subject", "H1", "--data", data, "--features", features, "--json");
    mitchell(
        "power",
        "--features",
        features,
        "--words",
        "12",
        "--participants",
        "1",
        "--repetitions",
        "2",
        "--permutations",
        "19",
        "--grid-voxels",
        "60",
        "--out",
        folder.resolve("power.tsv"));
    Path texts = Files.createDirectory(folder.resolve(AT));
    String text = String.join(" likes to see ", NAMES) + " cow ant cow ant see. ";
    for (String name : List.of(FORMULA.replace('/', ':'), "-\u001b[2J.txt", "<b>.txt")) {
      Files.writeString(texts.resolve("=" + name), text.repeat(20));
    }
    Path nouns = Files.write(folder.resolve("=nouns.txt"), List.of("cow", "ant"));
    var corpus = List.of("--corpus", texts);
    mitchell(
        with(corpus, "corpus", "count", "--nouns", nouns, "--out", folder.resolve("counts.tsv")));
    mitchell(
        "features",
        "build",
        "--counts",
        folder.resolve("counts.tsv"),
        "--out",
        folder.resolve("built.tsv"));
    mitchell(with(corpus, "corpus", "vocabulary", "--out", folder.resolve("vocabulary.tsv")));
    var trained = List.of("--size", "4", "--epochs", "1", "--min-count", "1");
    Path vectors = folder.resolve("trained.tsv");
    mitchell(
        Stream.of(List.of("vectors", "train"), corpus, trained, List.of("--out", vectors))
            .flatMap(List::stream)
            .toArray());
  }

  /** A file whose name has this in it. */
  private static Path first(Path folder, String part) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().contains(part))
          .filter(file -> file.toString().endsWith(".nii.gz"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Object[] with(List<?> options, Object... command) {
    return Stream.concat(Stream.of(command), options.stream()).toArray();
  }

  @AfterEach
  void nothingObeysAName() throws IOException {
    assertThat(printed).allSatisfy(HostileNamesTest::obeysNobody);
    try (Stream<Path> files = Files.walk(temp)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        isText(file);
      }
    }
  }

  /** 16 words of eight names, features and categories of the same. */
  private void participant(Path folder) throws IOException {
    var random = new Random(4);
    var stimuli = new ArrayList<Stimulus>();
    List<String> features = List.of(MARKUP, FORMULA, CLOSING, AT);
    var vectors = new double[2 * NAMES.size()][features.size()];
    var rows = new ArrayList<String>();
    var others = new ArrayList<String>();
    rows.add("word\t" + String.join("\t", features.stream().map(HostileNamesTest::cell).toList()));
    others.add(rows.get(0));
    for (int w = 0; w < vectors.length; w++) {
      String word = NAMES.get(w % NAMES.size()) + (w < NAMES.size() ? "" : " again");
      stimuli.add(new Stimulus(word, NAMES.get(w % 4)));
      var row = new ArrayList<String>(List.of(cell(word)));
      for (int f = 0; f < features.size(); f++) {
        vectors[w][f] = random.nextDouble();
        row.add("" + vectors[w][f]);
      }
      rows.add(String.join("\t", row));
      others.add(
          cell(word)
              + random
                  .doubles(features.size())
                  .mapToObj(x -> "\t" + x)
                  .collect(Collectors.joining()));
    }
    Files.write(folder.resolve("features.tsv"), rows);
    Files.write(folder.resolve("=other.tsv"), others);
    try (var workers = new Workers(2)) {
      for (String label : List.of("H1", "H2")) {
        SimulationFiles.write(
            Simulation.builder(label)
                .stimuli(stimuli)
                .features(features, vectors)
                .grid(SimulatedBrain.cmu(0.2))
                .presentations(3)
                .blobs(2, 14)
                .signalToNoise(2)
                .seed(label.hashCode())
                .build()
                .run(workers),
            Files.createDirectories(folder.resolve("data")));
      }
    }
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static void obeysNobody(String text) {
    assertThat(text.codePoints().filter(c -> c != '\n' && c != '\t'))
        .noneMatch(Character::isISOControl);
  }

  private void isText(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (file.getParent().endsWith("data")
        || file.getParent().endsWith(AT)
        || name.startsWith("=")
        || name.equals("names.txt")
        || name.equals("features.tsv")) {
      return; // what was given
    }
    if (name.endsWith(".svg")) {
      isPicture(file);
    } else if (name.endsWith(".html")) {
      isPage(file);
    } else if (name.endsWith(".tsv") || name.endsWith(".tsv.gz")) {
      isTable(file);
    } else if (name.endsWith(".json")) {
      obeysNobody(Files.readString(file));
    }
  }

  private static void isPicture(Path file) throws IOException {
    try {
      var svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
      requireOwn(svg.getDocumentElement(), file);
    } catch (org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
      throw new AssertionError(file + " is no XML", e);
    }
  }

  private static void requireOwn(Node node, Path file) {
    assertThat(FOREIGN).as("%s: %s", file, node).doesNotContain(node.getNodeName());
    for (int a = 0; node.getAttributes() != null && a < node.getAttributes().getLength(); a++) {
      assertThat(node.getAttributes().item(a).getNodeName()).as("%s", file).doesNotStartWith("on");
    }
    NodeList children = node.getChildNodes();
    for (int c = 0; c < children.getLength(); c++) {
      requireOwn(children.item(c), file);
    }
  }

  private static void isPage(Path file) throws IOException {
    Document page = Jsoup.parse(file.toFile());
    assertThat(page.select("img[onerror], b, iframe, svg[onload]")).isEmpty();
    assertThat(page.select("script:not([type])"))
        .allMatch(s -> !s.data().matches("(?s).*alert\\([1-4]\\).*"));
    assertThat(page.getAllElements())
        .allMatch(
            e -> e.attributes().asList().stream().noneMatch(a -> a.getKey().startsWith("on")));
  }

  /** No cell begins as a formula does but for numbers. */
  private static void isTable(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".gz")) {
      bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
    String table = new String(bytes, StandardCharsets.UTF_8);
    obeysNobody(table);
    for (String cell : table.split("[\t\n]")) {
      String shown = cell.startsWith("\"") ? cell.substring(1) : cell;
      assertThat(shown.matches("[=@].*|[+-](?![0-9.]+(e[+-]?[0-9]+)?$|Inf|inf).*"))
          .as("%s: %s", file, cell)
          .isFalse();
    }
  }
}
