package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * docs/json.md names the keys that files have, all and no others. Files are told apart by the end
 * of their name; a key of an object is one of its kind wherever one file has it. The line of a key
 * has the names of what stands in its objects.
 */
class JsonKeysPageTest {
  private static final Path PAGE = Path.of("docs/json.md");
  private static final String COMMON = "What files of maps and tables have";
  private static final String SHARED_PROVENANCE = "`Provenance`, or";
  private static final List<String> PROVENANCE = List.of("Provenance", "provenance");
  private static final Pattern ELSEWHERE = Pattern.compile("as in ([\\w-]+\\.json)");
  private static final Pattern BY_NAME = Pattern.compile("by (the )?name");

  @TempDir private static Path folder;
  private static List<JsonFile> files;

  @BeforeAll
  static void write() throws IOException {
    ofOneParticipant();
    ofSpacesRegionsAndGroups();
    ofHemispheres();
    ofTrials();
    ofNorms();
    ofPower();
    ofWords();
    ofTheTruth();
    try (var found = Files.walk(results())) {
      files =
          found
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .map(JsonFile::read)
              .toList();
    }
  }

  @Test
  void thePageHasTheKeysThatFilesHaveAndNoOthers() throws IOException {
    var written = new TreeMap<String, Set<String>>();
    var provenance = new TreeSet<String>();
    for (JsonFile file : files) {
      file.provenance().forEach(made -> provenance.addAll(made.propertyNames()));
      written
          .computeIfAbsent(file.kind(), kind -> new TreeSet<>())
          .addAll(file.content().propertyNames());
    }
    var said = new TreeMap<String, Set<String>>();
    sections().forEach((name, lines) -> said.put(name, new TreeSet<>(lines.keySet())));
    Set<String> common = common().keySet();
    for (Set<String> keys : written.values()) {
      if (keys.containsAll(common)) {
        keys.removeAll(common);
      }
    }
    assertThat(written).isEqualTo(said);
    assertThat(provenance).isEqualTo(provenanceLines().keySet());
  }

  @Test
  void theLineOfAKeySaysWhatStandsInItsObjects() throws IOException {
    Map<String, Map<String, String>> sections = sections();
    var unsaid = new TreeSet<String>();
    for (JsonFile file : files) {
      var lines = new TreeMap<>(common());
      lines.putAll(sections.get(file.kind()));
      lines.keySet().removeAll(PROVENANCE);
      lines.forEach(
          (key, line) -> {
            Matcher elsewhere = ELSEWHERE.matcher(line);
            String all = elsewhere.find() ? line + sections.get(elsewhere.group(1)).get(key) : line;
            unsaid.addAll(unsaid(file.kind() + ": " + key, file.content().path(key), all));
          });
      for (JsonNode made : file.provenance()) {
        provenanceLines().forEach((key, line) -> unsaid.addAll(unsaid(key, made.path(key), line)));
      }
    }
    assertThat(unsaid).isEmpty();
  }

  /** Names in an object, and in objects in it, that a line does not have. */
  private static Set<String> unsaid(String key, JsonNode value, String line) {
    var names = new TreeSet<String>();
    if (!BY_NAME.matcher(line).find()) {
      collect(value, names);
    }
    Set<String> words = new HashSet<>(List.of(line.split("\\W+")));
    return names.stream()
        .filter(name -> !words.contains(name) && !name.equals("Description"))
        .map(name -> key + ": " + name)
        .collect(Collectors.toSet());
  }

  private static void collect(JsonNode value, Set<String> names) {
    names.addAll(value.propertyNames());
    value.values().forEach(child -> collect(child, names));
  }

  /** The lines of every file by its kind. */
  private static Map<String, Map<String, String>> sections() throws IOException {
    var sections = new TreeMap<String, Map<String, String>>();
    for (String section : Files.readString(PAGE).split("\n## ")) {
      String name = section.lines().findFirst().orElse("");
      if (name.endsWith(".json")) {
        sections.put(name, lines(section));
      }
    }
    return sections;
  }

  private static Map<String, String> common() throws IOException {
    return lines(section(COMMON).split(SHARED_PROVENANCE)[0]);
  }

  private static Map<String, String> provenanceLines() throws IOException {
    return lines(section(COMMON).split(SHARED_PROVENANCE)[1]);
  }

  private static String section(String title) throws IOException {
    return Stream.of(Files.readString(PAGE).split("\n## "))
        .filter(section -> section.startsWith(title))
        .findFirst()
        .orElseThrow();
  }

  /** The cells of the table of a section: what each key holds. */
  private static Map<String, String> lines(String section) {
    return section
        .lines()
        .filter(line -> line.startsWith("| `"))
        .collect(
            Collectors.toMap(
                line -> line.substring(3, line.indexOf('`', 3)).replace("[]", ""),
                line -> line.substring(line.indexOf(" | ", 3))));
  }

  private record JsonFile(String kind, JsonNode content) {
    List<JsonNode> provenance() {
      return PROVENANCE.stream().map(content::path).filter(JsonNode::isObject).toList();
    }

    static JsonFile read(Path file) {
      String kind =
          file.getFileName()
              .toString()
              .replaceFirst("^(sub-[A-Za-z0-9]+|group(-[a-z]+)?)_", "")
              .replaceAll("(task|space|contrast|stat)-[A-Za-z0-9]+_", "")
              .replaceFirst("desc-(mean47s|p|fdr|fwer|low|high|featuresT|category)_", "")
              .replaceFirst("^data-science-\\w+_", "");
      return new JsonFile(kind, JsonMapper.shared().readTree(file));
    }
  }

  private static Path results() {
    return folder.resolve("results");
  }

  private static Path results(String name) {
    return results().resolve(name);
  }

  private static void ofOneParticipant() throws IOException {
    Path one = results("one");
    Ran.fit(one, "T1", Ran.T1).succeeds();
    on(
        "evaluate",
        "--few-words",
        "--permutations",
        5,
        "--subsamples",
        2,
        "--ceiling",
        "--importance=3");
    on("evaluate", "--few-words", "--permutations", 5, "--subsamples", 0, "--scheme", "rank");
    on("similarity", "--permutations", 5, "--searchlight", "--radius", 12);
    on("leak", "--permutations", 19);
    ran(
        "compare",
        "--features",
        Ran.FEATURES + ",form",
        "--few-words",
        "--subsamples",
        2,
        "--data",
        Ran.T1,
        "--out",
        one);
    Ran.mitchell(
            "predict", "apple", "--subject", "T1", "--model", one, "--data", Ran.T1, "--out", one)
        .succeeds();
    succeeds(
        "identify --subject T1 --model %s --data %s --out %s"
            .formatted(one, Ran.T1, Files.createDirectories(one).resolve("identified.tsv")),
        one.resolve(
            "sub-T1/sub-T1_task-nouns_space-MNI152Lin_contrast-apple_desc-predicted"
                + "_statmap.nii.gz"));
    ran(
        "map",
        "--stat",
        "fwer",
        "--permutations",
        19,
        "--threshold",
        .9,
        "--cluster-size",
        1,
        "--model",
        one,
        "--data",
        Ran.T1);
  }

  /** Two participants of two feature spaces. */
  private static void ofSpacesRegionsAndGroups() throws IOException {
    var brains = new SmallBrains(folder);
    brains.simulate("a", 0.22);
    brains.simulate("b", 0.22);
    Path out = results("spaces");
    String spaces = "two=%s:1-2,push=%s:3".formatted(brains.features(), brains.features());
    succeeds(
        "fit --subject a,b --combine banded --scale none --voxels 50",
        "--data",
        brains.data(),
        "--features",
        spaces,
        "--out",
        out);
    succeeds(
        "regions --subject a --permutations 5 --subsamples 3 --fewest-voxels 5",
        "--model",
        out,
        "--atlas",
        brains.atlas(),
        "--atlas-names",
        brains.atlasNames("1 Left_half\n2 Right_half\n7 Middle\n"),
        "--out",
        out);
    succeeds("map --subject a,b --group mean --permutations 5", "--model", out, "--out", out);
    succeeds("map --subject a,b --stat ceiling", "--model", out, "--out", out);
    succeeds(
        "map --subject a --stat unique --of push --permutations 5 --subsamples 3",
        "--model",
        out,
        "--out",
        out);
    brains.run("across", "a,b", out, "--permutations", 19, "--ridge", 1).succeeds();
  }

  private static void ofHemispheres() {
    Path study = Path.of("testdata/surfaces");
    Path out = results("surfaces");
    String images = "%s/sub-01_hemi-%s_space-ico_betas.func.gii";
    String mesh = "%s/hemi-L_midthickness.surf.gii,%s/hemi-R_midthickness.surf.gii";
    succeeds(
        "fit --subject 01",
        "--images",
        images.formatted(study, "L"),
        images.formatted(study, "R"),
        "--labels",
        study.resolve("labels.tsv"),
        "--features",
        study.resolve("features.tsv"),
        "--out",
        out);
    succeeds(
        "map --subject 01 --permutations 5 --threshold .1 --cluster-size 1",
        "--mesh",
        mesh.formatted(study, study),
        "--model",
        out,
        "--out",
        out);
  }

  private static void ofTrials() {
    Path study = Path.of("testdata/bids");
    succeeds(
        "fit --subject 01 --trials mean:4-7s --few-words",
        "--bids",
        study.resolve("study"),
        "--features",
        study.resolve("features.csv"),
        "--out",
        results("trials"));
  }

  private static void ofNorms() throws IOException {
    Path words = Path.of("testdata/norms");
    Path out = Files.createDirectories(results("norms"));
    Object[] given = {
      "--vectors", words.resolve("vectors.txt"), "--norms", words.resolve("norms.tsv")
    };
    succeeds("norms fit --repeats 1 --out " + out, given);
    succeeds(
        "norms compare --model mlp --hidden 4 --repeats 1 --out "
            + out.resolve("norms-compared.tsv"),
        given);
    succeeds(
        "norms predict bac --model mlp --hidden 4 --out " + out.resolve("norms-predicted.tsv"),
        given);
  }

  private static void ofPower() {
    succeeds(
        "power --words 8 --presentations 2 --snr 0.5 --participants 1,2 --repetitions 2"
            + " --permutations 19 --grid-voxels 60 --voxels 20",
        "--features",
        Ran.FEATURES,
        "--out",
        results("power"));
  }

  private static void ofWords() throws IOException {
    Path out = Files.createDirectories(results("words"));
    Path text = Path.of("testdata/vectors/phrases.txt");
    Path vectors = Path.of("testdata/vectors/words.txt");
    succeeds("corpus count", "--corpus", text, "--out", out.resolve("counts.tsv"));
    succeeds("corpus vocabulary", "--corpus", text, "--out", out.resolve("vocabulary.tsv"));
    succeeds("features build", "--corpus", text, "--out", out.resolve("features.csv"));
    succeeds(
        "features embed celery --encoder testdata/encoders/layers",
        "--out",
        Files.createDirectories(out.resolve("embedded")).resolve("features.tsv"));
    Path turned = folder.resolve("turned.csv");
    Files.write(
        turned,
        Files.readAllLines(Ran.FEATURES).stream()
            .map(row -> row.replaceFirst("^([^,]*,)([^,]*),([^,]*)", "$1$3,$2"))
            .toList());
    succeeds("features compare", Ran.FEATURES, turned, "--out", out.resolve("agreement.tsv"));
    succeeds(
        "vectors train --size 8 --epochs 1 --min-count 1",
        "--corpus",
        text,
        "--out",
        out.resolve("vectors.bin"));
    succeeds("vectors convert", vectors, "--out", out.resolve("converted.bin"));
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.tsv"),
            "one\ttwo\tscore\ncelery\tcorn\t3\ncelery\tdog\t1\nhammer\tpliers\t2\n");
    Path questions =
        Files.writeString(folder.resolve("q.txt"), ": tools\ncelery corn hammer pliers\n");
    succeeds(
        "vectors benchmark",
        "--analogies",
        questions,
        "--vectors",
        vectors,
        "--pairs",
        pairs,
        "--out",
        out.resolve("benchmark.tsv"));
  }

  private static void ofTheTruth() {
    succeeds("simulate --subject S9", "--out", results("simulated"));
  }

  /**
   * @param typed words with blanks between them
   * @param more words and files that go behind them
   */
  private static void succeeds(String typed, Object... more) {
    Ran.mitchell(Stream.concat(Stream.of(typed.split(" ")), Stream.of(more)).toArray()).succeeds();
  }

  private static void on(Object... words) {
    ran(
        Stream.concat(
                Stream.of(words),
                Stream.of("--data", Ran.T1, "--features", Ran.FEATURES, "--out", results("one")))
            .toArray());
  }

  private static void ran(Object... words) {
    Ran.mitchell(
            Stream.concat(Stream.of(words), Stream.of("--subject", "T1", "--seed", 1)).toArray())
        .succeeds();
  }
}
