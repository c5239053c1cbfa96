package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.mitchell.provenance.Provenance;
import tools.jackson.databind.JsonNode;

/**
 * What made a file, as it says itself: a {@link Provenance} of this or of an earlier version.
 *
 * @param arguments the command line
 * @param parameters what the result depends on
 */
public record MadeBy(
    Tool tool,
    List<String> arguments,
    List<Input> inputs,
    Map<String, Object> parameters,
    @JsonInclude(NON_ABSENT) OptionalLong seed,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {

  public MadeBy {
    arguments = List.copyOf(arguments);
    inputs = List.copyOf(inputs);
    parameters = Others.kept(parameters);
    others = Others.kept(others);
  }

  /** The program. */
  public record Tool(String name, String version, String commit) {
    /** In a line. */
    public String sentence() {
      return "%s %s (commit %s)".formatted(name, version, commit);
    }
  }

  /** A file that was read. */
  public record Input(
      String path,
      long bytes,
      String sha256,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
    public Input {
      others = Others.kept(others);
    }
  }

  public static MadeBy of(Provenance provenance) {
    return new MadeBy(
        new Tool(provenance.tool(), provenance.build().version(), provenance.build().commit()),
        provenance.arguments(),
        provenance.inputs().stream()
            .map(input -> new Input(input.path(), input.bytes(), input.sha256(), Others.NONE))
            .toList(),
        provenance.parameters(),
        provenance.seed(),
        Others.NONE);
  }
}
