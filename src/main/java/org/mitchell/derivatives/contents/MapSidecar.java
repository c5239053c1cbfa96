package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.mitchell.files.Json;
import org.mitchell.files.JsonField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.node.MissingNode;

/**
 * The JSON beside a map, an image of labels or a mask.
 *
 * @param description one line; that of simulated responses begins with SIMULATED
 * @param shown what the values are
 * @param word whose image it is, and how it was predicted
 * @param rule which voxels count
 * @param group whose map it is, where it is of several participants
 * @param chance what null maps and noise ceilings there were
 * @param about whose it is, and what made it
 * @param others keys that are none of these
 */
public record MapSidecar(
    @JsonProperty("Description") String description,
    @JsonUnwrapped Shown shown,
    @JsonUnwrapped Word word,
    @JsonUnwrapped Rule rule,
    @JsonUnwrapped Group group,
    @JsonUnwrapped Chance chance,
    @JsonUnwrapped About about,
    @JsonUnwrapped Unknown others) {

  private static final String AGAIN = "Make the map again";

  /**
   * What the values are.
   *
   * @param type of a mask
   * @param statistic of a map
   * @param volumeNames of a map of several volumes
   * @param outsideBrain what stands where no voxel is
   */
  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  public record Shown(
      @JsonInclude(NON_ABSENT) Optional<String> type,
      @JsonInclude(NON_ABSENT) Optional<String> statistic,
      @JsonInclude(NON_ABSENT) Optional<List<String>> volumeNames,
      @JsonInclude(NON_ABSENT) Optional<String> outsideBrain) {
    /** A mask of the brain. */
    public static final Shown BRAIN =
        new Shown(Optional.of("Brain"), Optional.empty(), Optional.empty(), Optional.empty());

    /** Labels, which the rule describes. */
    public static final Shown LABELS =
        new Shown(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * What the JSON beside any map may say, one of another program too.
   *
   * @param subject whose it is
   * @param space of its coordinates
   * @param options of the fit, by their names on the command line; another program's may be
   *     anything
   * @param thresholdKind what p-values are corrected for
   */
  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  public record Seen(
      Optional<String> description,
      Optional<String> subject,
      Optional<String> space,
      Optional<Boolean> simulated,
      Optional<String> statistic,
      Optional<List<String>> volumeNames,
      Optional<String> outsideBrain,
      Optional<JsonNode> options,
      Optional<String> thresholdKind) {
    private static final List<String> SETTINGS = List.of("preset", "ridge", "voxels");

    /** How the model was fitted and what p-values are corrected for, for readers of a picture. */
    public List<String> settings() {
      var settings = new ArrayList<String>();
      for (String name : SETTINGS) {
        JsonNode value = options.map(all -> all.path(name)).orElse(MissingNode.getInstance());
        if (value.isString() || value.isNumber()) {
          settings.add(name + " " + value.asString().replaceFirst("\\.0$", ""));
        }
      }
      thresholdKind.ifPresent(settings::add);
      return settings;
    }

    /**
     * How many words a fit had.
     *
     * @param figures of the fit, its evaluation.json; nothing where they do not say it
     */
    public static OptionalInt words(Path figures) throws IOException {
      JsonNode words = Json.read(figures).path("words");
      return words.isInt() ? OptionalInt.of(words.asInt()) : OptionalInt.empty();
    }

    /** Where there is no JSON. */
    public static final Seen NOTHING =
        new Seen(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * @param file the JSON beside a map
     * @throws InputException if a key is wrong
     */
    public static Seen read(Path file) throws IOException {
      return JsonField.read(file, "Remove it, or make it again").as(Seen.class);
    }
  }

  /**
   * Whose image a predicted or observed one is.
   *
   * @param predictedBy which model, in words
   * @param correlationAllVoxels of the predicted and the observed image
   */
  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  public record Word(
      @JsonInclude(NON_ABSENT) Optional<String> word,
      @JsonInclude(NON_ABSENT) Optional<String> predictedBy,
      @JsonInclude(NON_ABSENT) OptionalDouble correlationAllVoxels,
      @JsonInclude(NON_ABSENT) OptionalDouble correlationSelectedVoxels,
      @JsonInclude(NON_ABSENT) OptionalInt selectedVoxels) {
    /** A map of no word. */
    public static final Word NONE =
        new Word(
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty());

    /** The image that a word's responses have. */
    public static Word observed(String word) {
      return new Word(
          Optional.of(word),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty());
    }
  }

  /**
   * Whose map it is that is of several participants.
   *
   * @param participants their labels
   * @param fewestParticipantsAVoxel of the voxels in the map
   */
  @JsonNaming(PropertyNamingStrategies.UpperCamelCaseStrategy.class)
  public record Group(
      @JsonInclude(NON_ABSENT) Optional<List<String>> participants,
      @JsonInclude(NON_ABSENT) OptionalInt fewestParticipantsAVoxel,
      @JsonInclude(NON_ABSENT) OptionalInt voxelsOfAnyParticipant) {
    /** A map of one. */
    public static final Group NONE =
        new Group(Optional.empty(), OptionalInt.empty(), OptionalInt.empty());
  }

  /** What chance and noise give. */
  public record Chance(
      @JsonProperty("Ceilings") @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Ceiling> ceilings,
      @JsonProperty("Null") @JsonInclude(NON_ABSENT) Optional<NullFigures> nulls) {
    /** A map for which neither was computed. */
    public static final Chance NONE = new Chance(List.of(), Optional.empty());
  }

  /** What belongs to the file alone, and is not of all of them. */
  public record Details(Word word, Rule rule, Group group, Chance chance) {
    /** Nothing more. */
    public static final Details NONE = new Details(Word.NONE, Rule.NONE, Group.NONE, Chance.NONE);

    public static Details of(Word word) {
      return new Details(word, Rule.NONE, Group.NONE, Chance.NONE);
    }

    public static Details of(Rule rule) {
      return new Details(Word.NONE, rule, Group.NONE, Chance.NONE);
    }
  }

  public static MapSidecar of(String description, Shown shown, Details details, About about) {
    return new MapSidecar(
        description,
        shown,
        details.word,
        details.rule,
        details.group,
        details.chance,
        about,
        Unknown.NONE);
  }

  /**
   * @throws InputException if a key is missing or wrong
   */
  public static MapSidecar read(Path file) throws IOException {
    JsonField json = JsonField.read(file, AGAIN);
    return new MapSidecar(
        json.at("Description").text(),
        json.as(Shown.class),
        json.as(Word.class),
        json.as(Rule.class),
        json.as(Group.class),
        json.as(Chance.class),
        json.as(About.class),
        Unknown.of(json, MapSidecar.class));
  }
}
