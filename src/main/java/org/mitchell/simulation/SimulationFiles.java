package org.mitchell.simulation;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mitchell.files.InputException;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.fmri.VoxelGrid;
import org.mitchell.nifti.NiftiHeader;
import org.mitchell.nifti.NiftiImage;
import org.mitchell.nifti.NiftiIntent;
import org.mitchell.nifti.NiftiWriter;

/**
 * Writes a simulated participant: {@code data-science-LABEL.mat} with the responses, {@code
 * data-science-LABEL_truth.nii.gz} with the planted signatures (one volume a feature, NaN outside
 * the brain) and {@code data-science-LABEL_truth.json} with what both were made of.
 */
public final class SimulationFiles {
  private static final String GENERATOR =
      "Well1024a of commons-math3, one stream a feature, the mean image and each trial, seeded by"
          + " SplitMix64";

  private SimulationFiles() {}

  /**
   * Writes the three files; they appear together or not at all. The same participant gives the same
   * bytes.
   *
   * @param folder made if need be; files of the same names are replaced
   * @return the files
   * @throws InputException if there is more than the file formats hold
   */
  public static List<Path> write(SimulatedParticipant participant, Path folder) throws IOException {
    String name = name(participant.simulation().participant());
    NiftiImage signatures = signatures(participant);
    try (var outputs = new OutputSet()) {
      outputs.write(
          responses(folder, participant.simulation().participant()),
          out -> CmuMatWriter.write(participant.responses(), out));
      outputs.write(
          folder.resolve(name + "_truth.nii.gz"),
          out -> NiftiWriter.writeGzip(signatures, out, NiftiWriter.DEFAULT_LEVEL));
      outputs.writeText(folder.resolve(name + "_truth.json"), json(participant));
      return outputs.commit();
    }
  }

  /** Where the responses of a participant go. */
  public static Path responses(Path folder, String participant) {
    return folder.resolve(name(participant) + ".mat");
  }

  private static String name(String participant) {
    return "data-science-" + participant;
  }

  private static NiftiImage signatures(SimulatedParticipant participant) {
    VoxelGrid grid = participant.simulation().grid();
    int features = participant.simulation().featureNames().size();
    long size = (long) grid.boxSize() * features;
    if (size > Integer.MAX_VALUE - 8) {
      throw new InputException(
          "participant %s: %,d signatures on a box of %,d voxels are more than one image holds. Take fewer features"
              .formatted(participant.simulation().participant(), features, grid.boxSize()));
    }
    var values = new float[(int) size];
    Arrays.fill(values, Float.NaN);
    float largest = 0;
    for (int i = 0; i < features; i++) {
      float[] signature = participant.truth().signature(i);
      for (int v = 0; v < signature.length; v++) {
        values[i * grid.boxSize() + grid.linearIndex(v)] = signature[v];
        largest = Math.max(largest, Math.abs(signature[v]));
      }
    }
    return NiftiImage.of(header(participant.simulation(), features, largest), values);
  }

  private static NiftiHeader header(Simulation simulation, int features, float largest) {
    VoxelGrid grid = simulation.grid();
    int[] dims = grid.dims();
    String descrip = "SIMULATED signatures planted in " + simulation.participant();
    return NiftiHeader.builder(dims[0], dims[1], dims[2], features)
        .byteOrder(ByteOrder.LITTLE_ENDIAN)
        .sform(grid.affine().matrix(), grid.space().xformCode())
        .intent(NiftiIntent.of(NiftiIntent.CODE_ESTIMATE, "signature"))
        .calRange(-largest, largest)
        .descrip(descrip.substring(0, Math.min(80, descrip.length())))
        .build();
  }

  private static String json(SimulatedParticipant participant) {
    Simulation simulation = participant.simulation();
    var json = new LinkedHashMap<String, Object>();
    json.put(
        "Description", "SIMULATED participant: no brain was measured. What was planted, and how");
    json.put("simulated", true);
    json.put("participant", simulation.participant());
    json.put("study", participant.responses().study());
    json.put("seed", simulation.seed());
    json.put("generator", GENERATOR);
    json.put(
        "model",
        "response = baseline + sum over features of signature x feature + noise"
            + (simulation.sharedSignal() > 0 ? " + response to the word that is shared" : ""));
    json.put("units", "percent signal change");
    json.put("featureScaling", "unit length of each word's vector");
    json.put("noiseSd", Simulation.NOISE_SD);
    json.put("noiseFilterFwhmMm", simulation.noiseFwhm());
    json.put("baselineSd", simulation.baselineSd());
    json.put("signalToNoise", simulation.signalToNoise());
    json.put(
        "signalToNoiseDefinition",
        "root mean square, over voxels with signal, of the sd over words of the planted response by"
            + " noiseSd");
    if (simulation.sharedSignal() > 0) {
      json.put("sharedSignal", simulation.sharedSignal());
      json.put(
          "sharedSignalDefinition",
          "sd over words and voxels of a response to each word that participants of the same"
              + " sharedSeed share and features have no part in, by noiseSd");
      json.put("sharedSignalFilterFwhmMm", SharedResponse.FWHM);
    }
    if (simulation.sharedSignatures()) {
      json.put("sharedSignatures", true);
    }
    if (simulation.sharedSignal() > 0 || simulation.sharedSignatures()) {
      json.put("sharedSeed", simulation.sharedSeed());
    }
    json.put("voxels", participant.truth().voxels());
    json.put("signalVoxels", participant.truth().signalVoxels());
    json.put("signalVoxelsDefinition", "the planted response differs between words");
    json.put("blobsPerFeature", simulation.blobsPerFeature());
    json.put("blobFwhmMm", simulation.blobFwhm());
    json.put("space", simulation.grid().space().label());
    json.put("givenSignatures", simulation.givenSignatures());
    json.put("volumes", simulation.featureNames());
    json.put("words", words(simulation));
    return Json.text(json);
  }

  private static List<Map<String, Object>> words(Simulation simulation) {
    return IntStream.range(0, simulation.stimuli().size())
        .mapToObj(w -> word(simulation, w))
        .toList();
  }

  private static Map<String, Object> word(Simulation simulation, int word) {
    var entry = new LinkedHashMap<String, Object>();
    entry.put("word", simulation.stimuli().get(word).word());
    entry.put("category", simulation.stimuli().get(word).category());
    entry.put("presentations", simulation.presentations(word));
    return entry;
  }
}
