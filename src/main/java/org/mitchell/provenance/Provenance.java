package org.mitchell.provenance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What made a file. There is no time in it: the same inputs give the same bytes.
 *
 * @param command the command line, word by word
 * @param inputs the files that were read
 * @param seed the seed, where chance had a part
 */
public record Provenance(List<String> command, List<InputRecord> inputs, OptionalLong seed) {
  public Provenance {
    command = List.copyOf(command);
    inputs = List.copyOf(inputs);
  }

  /** As JSON has it. */
  public Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("program", "mitchell");
    map.put("version", Build.version());
    map.put("commit", Build.commit());
    map.put("command", command);
    map.put("inputs", inputs);
    if (seed.isPresent()) {
      map.put("seed", seed.getAsLong());
    }
    return map;
  }
}
