package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.derivatives.contents.SearchlightSidecar;
import org.mitchell.derivatives.contents.SimilarityFigures;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.Grayordinates;
import org.mitchell.fmri.PartOfWhole;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.gifti.Hemisphere;
import org.mitchell.maps.StatMap;
import org.mitchell.maps.VoxelImages;
import org.mitchell.maps.grayordinates.GrayordinateImages;
import org.mitchell.nifti.NiftiWriter;
import org.mitchell.similarity.Searchlight;

/** Writes the maps of searchlights: NIfTI of voxels, GIFTI or CIFTI of grayordinates. */
final class SearchlightFiles {
  private static final int COMPRESSION = 4;
  private static final String NIFTI = "statmap.nii.gz";
  private static final String CIFTI = "statmap.dscalar.nii";
  private static final String GIFTI = "statmap.func.gii";
  private static final String JSON = "statmap.json";

  private final OutputSet outputs;
  private final SimilarityRecord record;
  private final SimilarityFigures figures;
  private final Path root;
  private final MadeBy madeBy;

  SearchlightFiles(
      OutputSet outputs,
      SimilarityRecord record,
      SimilarityFigures figures,
      Path root,
      MadeBy madeBy) {
    this.outputs = outputs;
    this.record = record;
    this.figures = figures;
    this.root = root;
    this.madeBy = madeBy;
  }

  /** Those of a participant, by its number. */
  void add(int participant) throws IOException {
    SimilarityRecord.Maps maps = record.found().searchlights().get(participant);
    Responses responses = record.found().participants().get(participant);
    var one =
        new OfOne(
            responses,
            maps.places(),
            BidsName.of(
                root,
                responses.participant(),
                responses.task(),
                Optional.of(maps.places().space().label())));
    List<String> labels = labels(maps.ofSpaces());
    for (int s = 0; s < labels.size(); s++) {
      add(one, labels.get(s), maps.ofSpaces().get(s));
    }
  }

  /** Whose maps are written, and under which names. */
  private record OfOne(Responses responses, PartOfWhole places, BidsName name) {}

  private void add(OfOne one, String label, Searchlight.Maps map) throws IOException {
    String entities = "_desc-" + label + "_stat-similarity";
    String what =
        "%s agreement of %s with the images about each voxel"
            .formatted(
                record.plan().agreement().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                map.space());
    String space = map.space();
    write(one, entities, space, StatMap.of("similarity", what, map.agreement()));
    if (record.plan().permutations() > 0) {
      String p = "p of " + what;
      StatMap familyWise = StatMap.of("fwer", "Family-wise " + p, map.familyWise());
      write(one, entities + "P", space, StatMap.of("p", p, map.p()).unsigned());
      write(one, entities + "Fwer", space, familyWise.unsigned());
    } else {
      for (String kind : List.of("P", "Fwer")) {
        replace(one.name, entities + kind);
      }
    }
  }

  /**
   * Letters and digits, numbered where two spaces would have the same but for case, as some file
   * systems compare names.
   */
  private static List<String> labels(List<Searchlight.Maps> maps) {
    var labels = new ArrayList<String>();
    for (Searchlight.Maps map : maps) {
      String plain = WordLabels.plain(map.space());
      String label = plain.isEmpty() ? "space" : plain;
      labels.add(
          labels.stream().anyMatch(label::equalsIgnoreCase) ? label + (labels.size() + 1) : label);
    }
    return labels;
  }

  private void write(OfOne one, String entities, String space, StatMap plain) throws IOException {
    Responses responses = one.responses;
    String description = (responses.simulated() ? "SIMULATED. " : "") + plain.description();
    // The JSON describes one map: of other forms of files none stays beside it.
    replace(one.name, entities);
    writeImage(one, entities, plain.describedAs(description));
    var sidecar =
        new SearchlightSidecar(
            description,
            responses.participant(),
            responses.study(),
            responses.simulated(),
            one.places.space().label(),
            plain.statistic(),
            "NaN",
            space,
            record.found().radius().orElseThrow(),
            one.places instanceof Grayordinates && !record.meshes().isEmpty()
                ? Optional.of(record.meshes())
                : Optional.empty(),
            figures.settings(),
            madeBy);
    outputs.writeText(one.name.map(entities, JSON), Json.text(sidecar));
  }

  private void writeImage(OfOne one, String entities, StatMap map) throws IOException {
    if (one.places instanceof VoxelGrid grid) {
      outputs.write(
          one.name.map(entities, NIFTI),
          stream -> NiftiWriter.writeGzip(VoxelImages.of(map, grid), stream, COMPRESSION));
      return;
    }
    var vertices = (Grayordinates) one.places;
    if (vertices.form() == Grayordinates.Form.CIFTI) {
      outputs.write(
          one.name.map(entities, CIFTI),
          stream -> GrayordinateImages.writeCifti(map, vertices, Float.NaN, stream));
      return;
    }
    for (Hemisphere half : GrayordinateImages.hemispheres(vertices)) {
      outputs.write(
          one.name.map(half.name().substring(0, 1), entities, GIFTI),
          stream -> GrayordinateImages.writeGifti(map, vertices, half, Float.NaN, stream));
    }
  }

  private void replace(BidsName name, String entities) {
    for (String form : List.of(NIFTI, CIFTI, JSON)) {
      outputs.replace(name.map(entities, form));
    }
    for (Hemisphere half : Hemisphere.values()) {
      outputs.replace(name.map(half.name().substring(0, 1), entities, GIFTI));
    }
  }
}
