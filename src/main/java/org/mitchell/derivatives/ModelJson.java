package org.mitchell.derivatives;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mitchell.encoding.EncodingModel;
import org.mitchell.features.FeatureSources;
import org.mitchell.files.FullPath;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Responses;
import org.mitchell.fmri.VoxelGrid;

/** What a model is besides its signatures, as {@code model.json} says it. */
final class ModelJson {
  /** Raised when a reader of the old layout would misread the new one. */
  static final int LAYOUT = 1;

  private ModelJson() {}

  /**
   * @param sha256 of the other files of the fit
   */
  static Map<String, Object> of(FitRecord record, Path signatures, Map<Path, String> sha256) {
    EncodingModel model = record.fit().model();
    Responses responses = record.fit().words().responses();
    var json = new LinkedHashMap<String, Object>();
    json.put("layout", LAYOUT);
    json.put("subject", responses.participant());
    json.put("study", responses.study());
    json.put("simulated", responses.simulated());
    json.put("signatures", signatures.getFileName().toString());
    json.put("files", files(sha256));
    json.put("voxels", responses.voxels());
    json.put("grid", responses.grid().map(ModelJson::grid).orElse(null));
    json.put("options", FitSummary.options(record.fit().options()));
    PenaltyJson.chosen(record.fit()).ifPresent(penalties -> json.put("penalties", penalties));
    json.put("rank", model.rank());
    json.put("scaling", scaling(model));
    json.put("responses", responses(record));
    json.put("featureSource", featureSource(record.featureSource()));
    json.put("columns", record.columns());
    json.put("features", model.featureNames());
    json.put("stimuli", stimuli(record));
    json.put("droppedWords", record.fit().words().dropped());
    json.put("otherSpellings", record.fit().words().featureSpace().spellings());
    json.put("uninformative", record.fit().uninformative().toMap());
    json.put("provenance", record.provenance().toMap());
    return json;
  }

  private static List<Map<String, String>> files(Map<Path, String> sha256) {
    return sha256.entrySet().stream()
        .map(
            file -> {
              var json = new LinkedHashMap<String, String>();
              json.put("name", file.getKey().getFileName().toString());
              json.put("sha256", file.getValue());
              return (Map<String, String>) json;
            })
        .toList();
  }

  private static Map<String, Object> grid(VoxelGrid grid) {
    var json = new LinkedHashMap<String, Object>();
    json.put("dims", grid.dims());
    json.put("affine", grid.affine().matrix());
    json.put("space", grid.space().label());
    json.put("xformCode", grid.space().xformCode());
    return json;
  }

  private static Map<String, Object> scaling(EncodingModel model) {
    var json = new LinkedHashMap<String, Object>();
    json.put("unitLength", model.scaling().unitLength());
    json.put("centre", model.scaling().centre());
    json.put("spread", model.scaling().spread());
    return json;
  }

  private static Map<String, Object> responses(FitRecord record) {
    ReadOptions options = record.readOptions();
    var json = new LinkedHashMap<String, Object>();
    json.put("file", absolute(record.source()));
    json.put("sha256", record.sourceSha256());
    json.put("dropNan", options.dropNan());
    json.put("coordinates", options.coordinates().map(ModelJson::absolute).orElse(null));
    options.encoding().ifPresent(encoding -> json.put("encoding", encoding.name()));
    json.put("placement", options.placement().map(ModelJson::placement).orElse(null));
    return json;
  }

  private static Map<String, Object> placement(GridPlacement placement) {
    var json = new LinkedHashMap<String, Object>();
    json.put("affine", placement.affine().matrix());
    json.put("space", placement.space().label());
    json.put("xformCode", placement.space().xformCode());
    json.put("dims", placement.dims().orElse(null));
    return json;
  }

  private static List<Map<String, Object>> stimuli(FitRecord record) {
    var words = record.fit().words();
    return words.responses().stimuli().stream()
        .map(
            stimulus -> {
              var json = new LinkedHashMap<String, Object>();
              json.put("word", stimulus.word());
              json.put("category", stimulus.hasCategory() ? stimulus.category() : null);
              json.put("features", words.featureSpace().vector(stimulus.word()).orElseThrow());
              return (Map<String, Object>) json;
            })
        .toList();
  }

  /** A file is found again from any folder. */
  private static String featureSource(String nameOrFile) {
    return FeatureSources.builtIn().contains(nameOrFile)
        ? nameOrFile
        : absolute(Path.of(nameOrFile));
  }

  private static String absolute(Path file) {
    return FullPath.of(file).toString();
  }
}
