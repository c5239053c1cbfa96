package org.mitchell.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mitchell.derivatives.contents.FitFigures;
import org.mitchell.derivatives.contents.Method;
import org.mitchell.files.InputException;
import org.mitchell.maps.volumes.VolumeImage;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.text.Counted;

/** What the model was made of: its design, the voxels, every parameter. */
final class DesignSection {
  private final FitFiles files;

  private DesignSection(FitFiles files) {
    this.files = files;
  }

  /**
   * @param pictures of the features, as designs are drawn
   * @param voxels pictures of where they lie
   */
  static Section of(FitFiles files, List<Block> pictures, List<Block> voxels) throws IOException {
    var section = new DesignSection(files);
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Paragraph(
            "The design matrix has a row a word and a column a feature; the response of each voxel"
                + " is modelled as its columns times a coefficient each."));
    blocks.addAll(pictures);
    section.masks().ifPresent(blocks::add);
    blocks.addAll(voxels);
    blocks.add(section.parameters());
    return new Section("design", "Design, mask and parameters", blocks);
  }

  /** The voxels with responses, a row a participant. */
  private Optional<Block> masks() throws IOException {
    var rows = new ArrayList<Block.Row>();
    for (ParticipantFiles participant : files.participants()) {
      if (participant.mask().isPresent()) {
        rows.add(mask(participant));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Table(
                "Mask: the voxels with responses",
                List.of("Participant", "Space", "Voxels", "Compared", "Voxel, mm", "Litres"),
                2,
                rows,
                compared()));
  }

  private String compared() {
    List<String> otherwise =
        files.participants().stream()
            .flatMap(participant -> participant.fit().method().select().stream())
            .distinct()
            .toList();
    return otherwise.isEmpty()
        ? "Compared: the most stable voxels of the training words, chosen anew in every fold. Which"
            + " they are over all words is in the map of stability."
        : "Compared: voxels chosen by %s of the training words, anew in every fold."
            .formatted(String.join(" or ", otherwise));
  }

  /**
   * @throws InputException if the mask is damaged
   */
  private static Block.Row mask(ParticipantFiles participant) throws IOException {
    NiftiImage image = VolumeImage.read(participant.mask().orElseThrow()).image();
    double[][] affine = image.affine();
    var sizes = new ArrayList<String>();
    double volume = 1;
    for (int axis = 0; axis < 3; axis++) {
      double size =
          Math.sqrt(
              affine[0][axis] * affine[0][axis]
                  + affine[1][axis] * affine[1][axis]
                  + affine[2][axis] * affine[2][axis]);
      volume *= size;
      sizes.add(Numbers.decimal(size, 2).replaceFirst("\\.?0+$", ""));
    }
    FitFigures fit = participant.fit();
    return Block.Row.of(
        participant.subject(),
        participant.maps().stream()
            .flatMap(map -> map.sidecar().about().space().stream())
            .findFirst()
            .orElse("not known"),
        Numbers.count(fit.voxels()),
        Numbers.count(fit.selectedVoxels()),
        String.join(" x ", sizes),
        Numbers.decimal(fit.voxels() * volume / 1e6, 2));
  }

  /** Every setting; participants who were fitted alike share a column. */
  private Block parameters() {
    var columns = new LinkedHashMap<Map<String, String>, List<String>>();
    for (ParticipantFiles participant : files.participants()) {
      columns
          .computeIfAbsent(parameters(participant), p -> new ArrayList<>())
          .add(participant.subject());
    }
    var names = new LinkedHashSet<String>();
    columns.keySet().forEach(column -> names.addAll(column.keySet()));
    var titles = new ArrayList<>(List.of("Parameter"));
    columns
        .values()
        .forEach(who -> titles.add(columns.size() == 1 ? "Value" : Numbers.listed(who)));
    var rows = new ArrayList<Block.Row>();
    for (String name : names) {
      var cells = new ArrayList<>(List.of(name));
      columns.keySet().forEach(column -> cells.add(column.getOrDefault(name, "\u2013")));
      rows.add(Block.Row.of(cells.toArray(String[]::new)));
    }
    return new Block.Table(
        "Parameters",
        titles,
        titles.size(),
        rows,
        "Names are those of the options of mitchell fit, where there is one.");
  }

  private static Map<String, String> parameters(ParticipantFiles participant) {
    FitFigures fit = participant.fit();
    Method method = fit.method();
    var all = new LinkedHashMap<String, String>();
    all.put("features", SummarySection.features(fit));
    if (!participant.model().columns().isEmpty()) {
      all.put("columns", participant.model().columns());
    }
    all.put("words", Numbers.count(fit.words()));
    all.put("presentations", Numbers.count(fit.presentations()) + " of each word");
    all.put("preset", method.preset());
    all.put("scale", method.scale());
    all.put("ridge", method.ridge().toString());
    method.ridgePer().ifPresent(per -> all.put("ridge-per", per));
    method.ridgeError().ifPresent(error -> all.put("ridge-error", error));
    method.combine().ifPresent(combine -> all.put("combine", combine));
    all.put("voxels", method.voxels().toString());
    all.put("metric", method.metric());
    all.put("match", method.match());
    all.put("cv", fit.cv().orElse("pair") + " (" + fit.left() + ")");
    all.put("rank of the design", rank(fit));
    all.put("seed", seed(participant));
    return all;
  }

  private static String rank(FitFigures fit) {
    return "%s of %s"
        .formatted(
            Numbers.count(fit.method().rank().orElse(fit.features())),
            Counted.of(fit.features(), "feature"));
  }

  private static String seed(ParticipantFiles participant) {
    return participant
        .leaveTwoOut()
        .map(evaluated -> Long.toString(evaluated.seed()))
        .orElse("none was used");
  }
}
