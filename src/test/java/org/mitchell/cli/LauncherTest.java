package org.mitchell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a checkout of its own, whose path has a space, with a jar that leads to the
 * classes under test.
 */
@Tag("external")
class LauncherTest {
  private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");

  /** In the class path of the jar, as those of the product are. */
  private static final String OPTIONAL_PART = "encoders/encoder.jar";

  @TempDir private Path folder;
  private Path checkout;
  private Path elsewhere;

  @BeforeEach
  void aCheckout() throws IOException {
    checkout = Files.createDirectory(folder.resolve("check out"));
    elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.copy(
        Path.of("mitchell"), checkout.resolve("mitchell"), StandardCopyOption.COPY_ATTRIBUTES);
    touch(Files.createFile(checkout.resolve("pom.xml")), OLD);
    touch(
        Files.createFile(
            Files.createDirectories(checkout.resolve("src/main")).resolve("Some.java")),
        OLD);
    touch(checkout.resolve("src/main"), OLD);
    Files.createDirectory(checkout.resolve("target"));
  }

  private static void touch(Path file, Instant time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private Path jar() {
    return checkout.resolve("target/mitchell.jar");
  }

  /**
   * A quick program in the place of the product: prints its arguments, and ends with the status
   * that it is told.
   */
  static final class Echo {
    private Echo() {}

    public static void main(String[] words) {
      Stream.of(words).forEach(System.out::println);
      System.exit(words.length == 2 && words[0].equals("exit") ? Integer.parseInt(words[1]) : 0);
    }
  }

  private void makeJar() throws IOException {
    makeJar(Echo.class);
  }

  private void makeJar(Class<?> program) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program.getName());
    String classPath =
        Stream.of(Programs.classPath().split(File.pathSeparator))
            .map(p -> Path.of(p).toUri().toString())
            .collect(Collectors.joining(" ", OPTIONAL_PART + " ", ""));
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
    new JarOutputStream(Files.newOutputStream(jar()), manifest).close();
  }

  /** A program in the place of Maven; {@code $out} is the folder that it is to build in. */
  private Map<String, String> withMaven(String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    String folderOfTheBuild =
        "for word; do case $word in -Dbuild.folder=*) out=${word#*=};; esac; done\n";
    Path mvn =
        Files.writeString(
            bin.resolve("mvn"), "#!/usr/bin/env bash\n" + folderOfTheBuild + script + "\n");
    assertThat(mvn.toFile().setExecutable(true)).isTrue();
    return environment(Map.of("PATH", bin + File.pathSeparator + System.getenv("PATH")));
  }

  private static Map<String, String> environment(Map<String, String> more) {
    var all = new HashMap<>(Map.of("JAVA_HOME", Programs.thisJava().toString()));
    all.putAll(more);
    return all;
  }

  private Ran launch(Map<String, String> environment, Object... words) throws Exception {
    return Programs.bash(
        environment,
        elsewhere,
        Stream.concat(Stream.of(checkout.resolve("mitchell")), Stream.of(words)).toArray());
  }

  @Test
  void itRunsFromAnyFolderWithSpacesInItsPath() throws Exception {
    makeJar(Mitchell.class);
    Ran ran = launch(environment(Map.of()), "--version").succeeds();
    assertThat(ran.out()).startsWith("mitchell ");
    assertThat(ran.err()).isEmpty();
  }

  /** The product, or something in its place, started by words that bash reads. */
  private Ran bash(Map<String, String> environment, Path in, String script) throws Exception {
    return Programs.bash(environment(environment), in, "-c", script);
  }

  @Test
  void hintsRepeatWhatWasTyped() throws Exception {
    makeJar(Mitchell.class);
    assertThat(bash(Map.of(), checkout, "./mitchell ft").err())
        .contains("Did you mean: ./mitchell fit?", "Usage: ./mitchell --help");
    String path = checkout + File.pathSeparator + System.getenv("PATH");
    assertThat(bash(Map.of("PATH", path), elsewhere, "mitchell ft").err())
        .contains("Did you mean: mitchell fit?", "Usage: mitchell --help");
    assertThat(bash(Map.of(), elsewhere, "'../check out/mitchell' ft").err())
        .contains("Did you mean: '../check out/mitchell' fit?");
    assertThat(
            bash(Map.of(), checkout, "\"$JAVA_HOME/bin/java\" -jar target/mitchell.jar ft").err())
        .contains("Did you mean: java -jar target/mitchell.jar fit?");
    assertThat(bash(Map.of(), checkout, "./mitchell predict celery --subject P1").err())
        .contains("Fit it first: ./mitchell fit --subject P1");
  }

  /** B\303\244r is B with a-umlaut, r: what a terminal that speaks UTF-8 sends. */
  @Test
  void wordsAndPathsKeepTheirLettersInALocaleOfAsciiAlone() throws Exception {
    makeJar(Mitchell.class);
    Ran ran =
        bash(
                Map.of("LC_ALL", "C"),
                checkout,
                """
                folder=$'../w\\303\\266rter und bilder'
                mkdir "$folder"
                printf 'word,see,eat\\nB\\303\\244r,1,2\\ndog,2,1\\n' >"$folder/"$'\\303\\274.csv'
                ./mitchell features show $'B\\303\\244r' --features "$folder/"$'\\303\\274.csv'
                ./mitchell features plot "$folder/"$'\\303\\274.csv' --out "$folder/"$'B\\303\\244r.svg'
                test -s "$folder/"$'B\\303\\244r.svg'
                """)
            .succeeds();
    assertThat(ran.out()).contains("B\u00e4r", "w\u00f6rter und bilder/B\u00e4r.svg");
  }

  @Test
  void javaAloneRefusesLettersThatItWouldLose() throws Exception {
    makeJar(Mitchell.class);
    for (Path home : List.of(Programs.thisJava(), Programs.newerJava())) {
      Ran ran =
          bash(
              Map.of("LC_ALL", "C", "JAVA_HOME", home.toString()),
              checkout,
              "\"$JAVA_HOME/bin/java\" -jar target/mitchell.jar features show $'B\\303\\244r'");
      assertThat(ran.failsWith(2).err()).contains("ASCII alone", "LC_ALL=C.UTF-8");
    }
  }

  @Test
  void itFollowsLinksToItself() throws Exception {
    makeJar();
    Path link =
        Files.createSymbolicLink(elsewhere.resolve("mitchell"), Path.of("../check out/mitchell"));
    Path second = Files.createSymbolicLink(folder.resolve("m"), link.toAbsolutePath());
    assertThat(
            Programs.bash(environment(Map.of()), elsewhere, second, "--version").succeeds().out())
        .isEqualTo("--version\n");
  }

  @Test
  void argumentsArriveAsTheyWereTyped() throws Exception {
    makeJar();
    Ran ran = launch(environment(Map.of()), "two words", "*", "", "'$HOME'").succeeds();
    assertThat(ran.out().lines()).containsExactly("two words", "*", "", "'$HOME'");
  }

  @Test
  void theStatusOfTheProgramIsTheLaunchers() throws Exception {
    makeJar();
    assertThat(launch(environment(Map.of()), "exit", "1").status()).isEqualTo(1);
    assertThat(launch(environment(Map.of()), "exit", "2").status()).isEqualTo(2);
  }

  @Test
  void noArchiveIsTriedAgainWhereNoneCanBeMade() throws Exception {
    makeJar();
    launch(environment(Map.of()), "word").succeeds();
    List<Path> made;
    try (Stream<Path> files = Files.list(checkout.resolve("target"))) {
      made = files.sorted().toList();
    }
    assertThat(made)
        .as("the jar and one archive, empty here because classes lie in folders")
        .hasSize(2);
    FileTime time = Files.getLastModifiedTime(made.get(0));
    launch(environment(Map.of()), "word").succeeds();
    assertThat(Files.getLastModifiedTime(made.get(0))).isEqualTo(time);
  }

  @Test
  void aPageOfTextWaitsForNoArchive() throws Exception {
    makeJar();
    for (String page : List.of("--help", "--version")) {
      assertThat(launch(environment(Map.of()), page).succeeds().out()).isEqualTo(page + "\n");
    }
    launch(environment(Map.of())).succeeds();
    assertThat(namesInTarget()).containsExactly("mitchell.jar");
    launch(environment(Map.of()), "word").succeeds();
    archive();
  }

  /** The first start of a newcomer; a start that comes meanwhile waits for the archive. */
  @Test
  void aFirstDemoRunsWhileTheArchiveIsMade() throws Exception {
    makeJar();
    assertThat(launch(environment(Map.of()), "demo", "word").succeeds().out())
        .isEqualTo("demo\nword\n");
    assertThat(launch(environment(Map.of()), "word").succeeds().out()).isEqualTo("word\n");
    archive();
    // The archive has its name before the last of the work is put away.
    for (int wait = 0; wait < 600 && !isQuiet(); wait++) {
      Thread.sleep(100);
    }
    assertThat(isQuiet()).isTrue();
  }

  private boolean isQuiet() throws IOException {
    return namesInTarget().stream().noneMatch(name -> name.startsWith("launch."));
  }

  @Test
  void itBuildsWhenTheJarIsMissingAndTellsOnStandardError() throws Exception {
    makeJar();
    Path built = Files.move(jar(), folder.resolve("built.jar"));
    Ran ran =
        launch(withMaven("echo \"$PWD $*\"; cp '" + built + "' \"$out/mitchell.jar\""), "word")
            .succeeds();
    assertThat(ran.out()).isEqualTo("word\n");
    assertThat(ran.err())
        .contains("building", checkout.toRealPath() + " ", "-Dmaven.test.skip=true", " package");
  }

  @Test
  void itBuildsWhenASourceIsNewerAndNotOtherwise() throws Exception {
    makeJar();
    Map<String, String> maven = withMaven("echo built; cp target/mitchell.jar \"$out\"");
    assertThat(launch(maven, "word").succeeds().err()).isEmpty();
    touch(checkout.resolve("src/main/Some.java"), Instant.now());
    touch(jar(), OLD.plusSeconds(5));
    assertThat(launch(maven, "word").succeeds().err()).contains("built");
    assertThat(launch(maven, "word").succeeds().err()).isEmpty();
    touch(checkout.resolve("pom.xml"), Instant.now());
    assertThat(launch(maven, "word").succeeds().err()).contains("built");
  }

  @Test
  void aSourceWithATimeToComeIsBuiltOnceAndAgainWhenItChanges() throws Exception {
    makeJar();
    Path source = checkout.resolve("src/main/Some.java");
    Instant toCome = Instant.now().plusSeconds(100_000);
    touch(source, toCome);
    Map<String, String> maven = withMaven("echo built; cp target/mitchell.jar \"$out\"");
    assertThat(launch(maven, "word").succeeds().err()).contains("built");
    assertThat(launch(maven, "word").succeeds().err()).isEmpty();
    Files.writeString(source, "class Some {}");
    touch(source, toCome);
    assertThat(launch(maven, "word").succeeds().err()).contains("built");
    touch(Files.writeString(checkout.resolve("src/main/Other.java"), ""), Instant.now());
    assertThat(launch(maven, "word").succeeds().err()).contains("built");
    assertThat(launch(maven, "word").succeeds().err()).isEmpty();
  }

  @Test
  void aBuildThatIsCutOffLeavesTheCheckoutAsItWas() throws Exception {
    makeJar();
    Path built = Files.move(jar(), folder.resolve("built.jar"));
    Map<String, String> killed =
        withMaven(
            "head -c 40 '"
                + built
                + "' >\"$out/mitchell.jar\"; kill -9 $(readlink target/launch.lock | cut -d - -f"
                + " 1)");
    assertThat(launch(killed, "word").status()).isNotZero();
    assertThat(jar()).doesNotExist();
    Map<String, String> whole = withMaven("cp '" + built + "' \"$out/mitchell.jar\"");
    assertThat(launch(whole, "word").succeeds().out()).isEqualTo("word\n");
    assertThat(namesInTarget()).noneMatch(name -> name.startsWith("launch."));
  }

  @Test
  void twoFirstStartsAtOnceBuildOnce() throws Exception {
    makeJar();
    Path built = Files.move(jar(), folder.resolve("built.jar"));
    Path builds = folder.resolve("builds");
    Map<String, String> slow =
        withMaven(
            "echo built >>'" + builds + "'; sleep 1; cp '" + built + "' \"$out/mitchell.jar\"");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Ran>> starts =
          threads.invokeAll(Collections.nCopies(2, () -> launch(slow, "word").succeeds()));
      for (Future<Ran> start : starts) {
        assertThat(start.get().out()).isEqualTo("word\n");
      }
    } finally {
      threads.shutdown();
    }
    assertThat(builds).hasContent("built");
  }

  @Test
  void aLockOfADeadProcessIsTakenOver() throws Exception {
    makeJar();
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createSymbolicLink(
        checkout.resolve("target/launch.lock"), Path.of(String.valueOf(gone.pid())));
    Files.createDirectory(checkout.resolve("target/launch.abcdef"));
    launch(environment(Map.of()), "word").succeeds();
    assertThat(namesInTarget()).noneMatch(name -> name.startsWith("launch."));
  }

  /** Numbers of processes come again: the start would wait for somebody else's. */
  @Test
  void aLockWhoseNumberAnotherProcessHasNowIsTakenOver() throws Exception {
    makeJar();
    Process another = new ProcessBuilder("sleep", "600").start();
    try {
      Files.createSymbolicLink(
          checkout.resolve("target/launch.lock"), Path.of(another.pid() + "-1"));
      assertThat(launch(environment(Map.of()), "word").succeeds().err()).isEmpty();
    } finally {
      another.destroyForcibly().waitFor();
    }
    assertThat(namesInTarget()).noneMatch(name -> name.startsWith("launch."));
  }

  @Test
  void anArchiveThatWasCutOffIsMadeAnew() throws Exception {
    makeJar();
    launch(environment(Map.of()), "word").succeeds();
    Path archive = archive();
    String whole = archive.getFileName().toString();
    Path cut = archive.resolveSibling(whole.replace(".0.jsa", ".100.jsa"));
    Files.move(archive, cut);
    Files.write(cut, new byte[50]);
    launch(environment(Map.of()), "word").succeeds();
    assertThat(archive().getFileName()).hasToString(whole);
  }

  @Test
  void theArchiveIsKnownByItsJavaAlone() throws Exception {
    makeJar();
    launch(environment(Map.of("TZ", "UTC", "LC_ALL", "C")), "word").succeeds();
    Path archive = archive();
    FileTime time = Files.getLastModifiedTime(archive);
    launch(environment(Map.of("TZ", "Asia/Tokyo", "LC_ALL", "C.UTF-8")), "word").succeeds();
    assertThat(archive()).isEqualTo(archive);
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(time);
  }

  private List<String> namesInTarget() throws IOException {
    try (Stream<Path> files = Files.list(checkout.resolve("target"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path archive() throws IOException {
    List<String> archives = namesInTarget().stream().filter(n -> n.endsWith(".jsa")).toList();
    assertThat(archives).hasSize(1);
    return checkout.resolve("target").resolve(archives.get(0));
  }

  /** Java would say at every start that the archive was made without it. */
  @Test
  void anOptionalPartThatComesOrGoesHasAnArchiveOfItsOwn() throws Exception {
    makeJar();
    launch(environment(Map.of()), "word").succeeds();
    Path without = archive();
    Path part = checkout.resolve("target").resolve(OPTIONAL_PART);
    Files.createDirectories(part.getParent());
    new JarOutputStream(Files.newOutputStream(part), new Manifest()).close();
    for (int start = 0; start < 2; start++) {
      Ran with = launch(environment(Map.of()), "word").succeeds();
      assertThat(with.out()).isEqualTo("word\n");
      assertThat(with.err()).isEmpty();
    }
    assertThat(archive()).isNotEqualTo(without);
    Files.delete(part);
    assertThat(launch(environment(Map.of()), "word").succeeds().err()).isEmpty();
    assertThat(archive()).hasFileName(without.getFileName().toString());
  }

  @Test
  void aBuildThatFailsIsNotRun() throws Exception {
    Ran ran = launch(withMaven("echo 'no such symbol' >&2; exit 1"), "--version");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("no such symbol", "the build failed");
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws Exception {
    makeJar();
    Path old = folder.resolve("old/bin");
    Path java =
        Files.writeString(
            Files.createDirectories(old).resolve("java"),
            "#!/usr/bin/env bash\necho 'openjdk version \"11.0.2\"' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Ran ran = launch(Map.of("JAVA_HOME", folder.resolve("old").toString()), "--version");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("Java 11", "17 or newer");
    Ran none = launch(Map.of("JAVA_HOME", folder.resolve("none").toString()), "--version");
    assertThat(none.status()).isEqualTo(1);
    assertThat(none.err()).contains("no Java found", "JAVA_HOME");
  }
}
