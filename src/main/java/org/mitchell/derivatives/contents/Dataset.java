package org.mitchell.derivatives.contents;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * {@code dataset_description.json}, which makes a folder a BIDS derivative. People write in it too:
 * who they are, a licence.
 *
 * @param sources folders of the files that were read
 */
public record Dataset(
    @JsonProperty("Name") @JsonInclude(NON_ABSENT) Optional<String> name,
    @JsonProperty("BIDSVersion") @JsonInclude(NON_ABSENT) Optional<String> bidsVersion,
    @JsonProperty("DatasetType") @JsonInclude(NON_ABSENT) Optional<String> type,
    @JsonProperty("GeneratedBy") List<Generator> generators,
    @JsonProperty("SourceDatasets") List<Source> sources,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
  public Dataset {
    others = Others.kept(others);
  }

  /** A program that made files. */
  public record Generator(
      @JsonProperty("Name") @JsonInclude(NON_ABSENT) Optional<String> name,
      @JsonProperty("Version") @JsonInclude(NON_ABSENT) Optional<String> version,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
    public Generator {
      others = Others.kept(others);
    }

    public Generator(String name, String version) {
      this(Optional.of(name), Optional.of(version), Others.NONE);
    }
  }

  /** A folder of files that were read. */
  public record Source(
      @JsonProperty("URL") @JsonInclude(NON_ABSENT) Optional<String> url,
      @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> others) {
    public Source {
      others = Others.kept(others);
    }

    public Source(String url) {
      this(Optional.of(url), Others.NONE);
    }
  }
}
