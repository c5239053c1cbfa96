package org.mitchell.provenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.mitchell.files.InputFiles;

/**
 * What made a file. Holds no time and nothing of the machine, so that the same inputs give the same
 * bytes.
 *
 * @param tool the program's name
 * @param build its version and commit
 * @param arguments the command line as it was given
 * @param inputs the files that were read, in the caller's order
 * @param parameters what the result depends on, by name, in the caller's order; values are strings,
 *     booleans, finite numbers, or lists and maps of these
 * @param seed of the random numbers, if any were drawn
 */
public record Provenance(
    String tool,
    BuildInfo build,
    List<String> arguments,
    List<Input> inputs,
    Map<String, Object> parameters,
    OptionalLong seed) {

  /** The name of this program. */
  public static final String TOOL = "mitchell";

  /**
   * Copies the collections, nested ones too.
   *
   * @throws IllegalArgumentException if a parameter has no form in JSON
   */
  public Provenance {
    arguments = List.copyOf(arguments);
    inputs = List.copyOf(inputs);
    parameters = copyOfMap("parameters", parameters);
  }

  /** What the running build makes, without random numbers. */
  public static Provenance of(
      List<String> arguments, List<Input> inputs, Map<String, ?> parameters) {
    return new Provenance(
        TOOL,
        BuildInfo.current(),
        arguments,
        inputs,
        copyOfMap("parameters", parameters),
        OptionalLong.empty());
  }

  /** As this, with the seed of the random numbers that were drawn. */
  public Provenance withSeed(long value) {
    return new Provenance(tool, build, arguments, inputs, parameters, OptionalLong.of(value));
  }

  /**
   * As this, with one more parameter.
   *
   * @throws IllegalArgumentException if its value has no form in JSON
   */
  public Provenance with(String name, Object value) {
    var more = new LinkedHashMap<>(parameters);
    more.put(name, value);
    return new Provenance(tool, build, arguments, inputs, more, seed);
  }

  /**
   * A file that was read.
   *
   * @param path as it was given
   * @param bytes its size
   * @param sha256 SHA-256 of its bytes before any inflation, in lower-case hex
   */
  public record Input(String path, long bytes, String sha256) {
    /**
     * Describes a file as it is now; reads all of it.
     *
     * @throws org.mitchell.files.InputException if there is no such file
     */
    public static Input of(Path file) throws IOException {
      String sha256 = InputFiles.sha256(file);
      return new Input(file.toString(), Files.size(file), sha256);
    }

    private Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("path", path);
      map.put("bytes", bytes);
      map.put("sha256", sha256);
      return Collections.unmodifiableMap(map);
    }
  }

  /**
   * For JSON, in a fixed order of keys: {@code tool} (name, version, commit), {@code arguments},
   * {@code inputs} (path, bytes, sha256 each), {@code parameters} and, when there is one, {@code
   * seed}.
   */
  public Map<String, Object> toMap() {
    Map<String, Object> program = new LinkedHashMap<>();
    program.put("name", tool);
    program.put("version", build.version());
    program.put("commit", build.commit());
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("tool", Collections.unmodifiableMap(program));
    map.put("arguments", arguments);
    map.put("inputs", inputs.stream().map(Input::toMap).toList());
    map.put("parameters", parameters);
    seed.ifPresent(value -> map.put("seed", value));
    return Collections.unmodifiableMap(map);
  }

  private static Map<String, Object> copyOfMap(String name, Map<?, ?> values) {
    Map<String, Object> copy = new LinkedHashMap<>();
    values.forEach((key, value) -> copy.put(String.valueOf(key), copyOf(name + "." + key, value)));
    return Collections.unmodifiableMap(copy);
  }

  private static Object copyOf(String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      return copyOfMap(name, map);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(element -> copyOf(name, element)).toList();
    }
    boolean finite = !(value instanceof Number number) || Double.isFinite(number.doubleValue());
    if ((value instanceof String || value instanceof Boolean || value instanceof Number)
        && finite) {
      return value;
    }
    throw new IllegalArgumentException(
        name
            + ": got "
            + value
            + " where a string, a boolean, a finite number, a list or a map is expected");
  }
}
