package org.mitchell.derivatives;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mitchell.derivatives.contents.MadeBy;
import org.mitchell.derivatives.contents.TrialImagesSidecar;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.images.TrialImage;
import org.mitchell.maps.StatMap;
import org.mitchell.maps.VoxelImages;
import org.mitchell.nifti.NiftiWriter;
import org.mitchell.provenance.Provenance;
import org.mitchell.tables.TableWriter;

/** Writes images of trials, with the table of labels and the mask that they are read again by. */
public final class TrialImagesWriter {
  private static final String MASK = "Voxels that have images of trials";

  private TrialImagesWriter() {}

  /**
   * Where the images are.
   *
   * @param images 4-D, a volume a trial
   * @param labels a row a volume
   * @param mask the voxels that have values
   */
  public record Written(Path images, Path labels, Path mask) {}

  /**
   * @param root the derivatives folder
   * @param subject the participant's label
   * @param task what the participant did, where the dataset says it
   * @param study the name of the dataset; simulated ones say SIMULATED
   * @param dataset the folder of the raw dataset
   * @param method how the images were made, letters and digits
   * @param trials in the order of the volumes
   * @param provenance what made them
   */
  public static Written write(
      Path root,
      String subject,
      Optional<String> task,
      String study,
      Path dataset,
      String method,
      List<TrialImage> trials,
      VoxelGrid grid,
      Provenance provenance)
      throws IOException {
    var name = BidsName.of(root, subject, task, Optional.of(grid.space().label()));
    var written =
        new Written(
            name.map("_desc-" + method, "betas.nii.gz"),
            name.map("_desc-" + method, "betas.tsv"),
            name.map("_desc-" + method, "mask.nii.gz"));
    boolean simulated = Responses.saysSimulated(study);
    String whose = simulated ? "SIMULATED. " : "";
    String description = whose + "Images of trials in percent of each run's mean";
    var sidecar =
        new TrialImagesSidecar(
            description,
            subject,
            study,
            simulated,
            grid.space().label(),
            method,
            "percent signal change",
            MadeBy.of(provenance));
    float[][] values = trials.stream().map(trial -> trial.values().all()).toArray(float[][]::new);
    List<String> names = trials.stream().map(trial -> trial.stimulus().word()).toList();
    try (var outputs = new OutputSet()) {
      var map = new StatMap("response", description, names, values);
      outputs.write(
          written.images,
          stream -> VoxelImages.write(map, grid, written.images.getFileName().toString(), stream));
      outputs.write(
          written.mask,
          stream ->
              NiftiWriter.write(
                  VoxelImages.brainMask(grid, whose + MASK),
                  written.mask.getFileName().toString(),
                  stream));
      outputs.write(
          written.labels,
          stream -> {
            var table = TableWriter.to(stream);
            table.row("word", "session", "run", "study");
            for (TrialImage trial : trials) {
              table.row(trial.stimulus().word(), trial.session(), trial.run(), study);
            }
            table.flush();
          });
      outputs.writeText(Json.beside(written.labels), Json.text(sidecar));
      outputs.writeText(
          name.map("_desc-" + method, "mask.json"), Json.text(sidecar.describedAs(whose + MASK)));
      outputs.writeText(
          DatasetDescription.file(root),
          DatasetDescription.text(
              root, List.of(dataset.resolve("dataset_description.json")), simulated));
      outputs.commit();
    }
    return written;
  }
}
