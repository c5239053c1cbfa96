package org.mitchell.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.provenance.BuildInfo;
import org.mitchell.provenance.Provenance;
import org.mitchell.provenance.TypedCommand;

/** What everything was made from, and by what. */
final class ProvenanceSection {
  private final Map<String, Block.Row> inputs = new LinkedHashMap<>();
  private final LinkedHashSet<String> commands = new LinkedHashSet<>();
  private final LinkedHashSet<String> versions = new LinkedHashSet<>();

  private ProvenanceSection() {}

  /**
   * @param more other files that the report was made from
   */
  static Section of(FitFiles files, List<Path> more, Optional<Niivue> viewer) throws IOException {
    var section = new ProvenanceSection();
    for (ParticipantFiles participant : files.participants()) {
      participant.model().told().provenance().ifPresent(section::add);
      participant.schemes().forEach(scheme -> scheme.provenance().ifPresent(section::add));
      participant.maps().forEach(map -> section.add(map.sidecar().about().provenance()));
      participant.regions().ifPresent(r -> section.add(r.about().about().provenance()));
    }
    files.groupMaps().forEach(map -> section.add(map.sidecar().about().provenance()));
    files.comparison().ifPresent(c -> c.provenance().ifPresent(section::add));
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading("Commands"));
    blocks.add(new Block.Commands(List.copyOf(section.commands)));
    blocks.add(
        new Block.Table(
            "What was read",
            List.of("File", "SHA-256"),
            2,
            List.copyOf(section.inputs.values()),
            ""));
    blocks.add(
        new Block.Table(
            "Files of the fit in this report",
            List.of("File", "SHA-256"),
            2,
            read(files, more),
            ""));
    blocks.add(new Block.Heading("Software"));
    blocks.add(new Block.Bullets(section.software(viewer)));
    return new Section("provenance", "Provenance", blocks);
  }

  private void add(MadeBy made) {
    versions.add(made.tool().sentence());
    commands.add(TypedCommand.forFiles(made.arguments()).toString());
    for (MadeBy.Input input : made.inputs()) {
      inputs.putIfAbsent(input.sha256(), Block.Row.of(input.path(), input.sha256()));
    }
  }

  private List<String> software(Optional<Niivue> viewer) {
    BuildInfo build = BuildInfo.current();
    var lines = new ArrayList<String>();
    lines.add("Analyses: " + String.join("; ", versions));
    lines.add(
        "This report: %s %s (commit %s)"
            .formatted(Provenance.TOOL, build.version(), build.commit()));
    viewer.ifPresent(
        niivue ->
            lines.add(
                niivue.name()
                    + ", BSD 2-Clause licence, https://niivue.com; the licences of what it"
                    + " contains are in the source of this page"));
    return lines;
  }

  private static List<Block.Row> read(FitFiles files, List<Path> more) throws IOException {
    var all = new ArrayList<Path>();
    files.participants().forEach(participant -> all.addAll(participant.read()));
    all.addAll(files.read());
    all.addAll(more);
    var rows = new ArrayList<Block.Row>();
    for (Path file : all) {
      Provenance.Input input = Provenance.Input.of(file);
      rows.add(Block.Row.of(file.getFileName().toString(), input.sha256()));
    }
    return rows;
  }
}
