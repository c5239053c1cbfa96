package org.mitchell.figures.brain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.derivatives.contents.MapSidecar;
import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;
import org.mitchell.text.Counted;

/** What the JSON beside a map says of it, in whatever form the map is. */
final class BesideMap {
  private static final Pattern OF_PARTICIPANT = Pattern.compile("^sub-[^_]+_task-[^_]+");

  private final Path file;
  private final int count;
  private final MapSidecar.Seen sidecar;

  /**
   * @param json where the JSON is, if there is one
   * @param count how many volumes the map has
   */
  BesideMap(Path file, Path json, int count) throws IOException {
    this.file = file;
    this.count = count;
    this.sidecar = Files.isRegularFile(json) ? MapSidecar.Seen.read(json) : MapSidecar.Seen.NOTHING;
  }

  MapSidecar.Seen says() {
    return sidecar;
  }

  /** Which volume, from 0. */
  int number(Optional<String> wanted) {
    List<String> names = names();
    if (wanted.isEmpty()) {
      if (count > 1) {
        throw InputException.in(
            file,
            "%s, and one can be shown. %s"
                .formatted(
                    Counted.of(count, "volume"),
                    Remedy.ONE_VOLUME.words(
                        names.isEmpty() ? "" : " or its name: " + listed(names))));
      }
      return 0;
    }
    int named = names.indexOf(wanted.get());
    if (named >= 0 && named < count) {
      return named;
    }
    if (wanted.get().matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(wanted.get());
      if (number >= 1 && number <= count) {
        return number - 1;
      }
    }
    throw InputException.in(
        file,
        "no volume '%s': there are %,d, counted from 1%s"
            .formatted(wanted.get(), count, names.isEmpty() ? "" : ": " + listed(names)));
  }

  /** What a volume, counted from 0, is called; empty where it is the only one. */
  String volume(int number) {
    List<String> names = names();
    return count == 1 ? "" : number < names.size() ? names.get(number) : "volume " + (number + 1);
  }

  private static String listed(List<String> names) {
    int most = 30;
    String list = String.join(", ", names.subList(0, Math.min(most, names.size())));
    return names.size() > most ? list + ", ..." : list;
  }

  private List<String> names() {
    return sidecar.volumeNames().orElse(List.of());
  }

  /** The words are told by the figures of the fit, which stand beside its maps. */
  List<String> settings() throws IOException {
    var settings = new ArrayList<String>(sidecar.settings());
    Matcher name = OF_PARTICIPANT.matcher(file.getFileName().toString());
    if (!settings.isEmpty() && name.find()) {
      Path fit = file.resolveSibling(name.group() + "_evaluation.json");
      if (Files.isRegularFile(fit)) {
        OptionalInt words = MapSidecar.Seen.words(fit);
        words.ifPresent(count -> settings.add(Counted.of(count, "word")));
      }
    }
    return settings;
  }

  static String said(Optional<String> text) {
    return text.orElse("").strip();
  }
}
