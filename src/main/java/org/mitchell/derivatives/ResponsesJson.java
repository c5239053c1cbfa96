package org.mitchell.derivatives;

import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mitchell.derivatives.ModelFile.FittedFile;
import org.mitchell.files.FullPath;
import org.mitchell.files.JsonField;
import org.mitchell.fmri.Affine;
import org.mitchell.fmri.GridPlacement;
import org.mitchell.fmri.ImageOptions;
import org.mitchell.fmri.ImageOptions.Brain;
import org.mitchell.fmri.ImageOptions.Labels;
import org.mitchell.fmri.ImageOptions.Parcels;
import org.mitchell.fmri.ReadOptions;
import org.mitchell.fmri.Space;

/**
 * The responses of a fit in its model's file, and how they were read: the one place where that is
 * written and read.
 */
final class ResponsesJson {
  private static final String NEAREST = "nearest";
  private static final int MOST_VOXELS = 100_000_000;

  /** The longest edge of a NIfTI-1 image. */
  private static final int LONGEST_EDGE = Short.MAX_VALUE;

  private ResponsesJson() {}

  static Map<String, Object> of(FittedFile responses) {
    ReadOptions options = responses.options();
    var json = new LinkedHashMap<String, Object>();
    json.put("file", absolute(responses.file()));
    json.put("sha256", responses.sha256());
    json.put("dropNan", options.dropNan());
    json.put("coordinates", options.coordinates().map(ResponsesJson::absolute).orElse(null));
    options.encoding().ifPresent(encoding -> json.put("encoding", encoding.name()));
    json.put("placement", options.placement().map(ResponsesJson::placement).orElse(null));
    options.images().ifPresent(images -> json.put("images", images(images)));
    return json;
  }

  private static Map<String, Object> images(ImageOptions options) {
    var json = new LinkedHashMap<String, Object>();
    json.put("files", options.images().stream().map(ResponsesJson::absolute).toList());
    json.put("labels", options.labels().table().map(ResponsesJson::absolute).orElse(null));
    json.put("mask", options.brain().mask().map(ResponsesJson::absolute).orElse(null));
    json.put("column", options.labels().column().orElse(null));
    json.put("expression", options.labels().expression().orElse(null));
    options.labels().words().ifPresent(words -> json.put("words", absolute(words)));
    options
        .brain()
        .parcels()
        .ifPresent(
            parcels -> {
              json.put("parcels", absolute(parcels.atlas()));
              json.put("parcelMode", parcels.mode().name().toLowerCase(Locale.ROOT));
            });
    if (options.brain().nearest()) {
      json.put("resample", NEAREST);
    }
    json.put("scale", options.scale());
    json.put("centre", options.centre().map(ResponsesJson::word).orElse(null));
    json.put("zscore", word(options.zscore()));
    options
        .space()
        .ifPresent(
            space -> {
              json.put("space", space.label());
              json.put("xformCode", space.xformCode());
            });
    return json;
  }

  private static String word(ImageOptions.Within within) {
    return within.name().toLowerCase(Locale.ROOT);
  }

  private static ImageOptions images(JsonField json) {
    List<Path> files = json.at("files").list().stream().map(ResponsesJson::path).toList();
    if (files.isEmpty()) {
      throw json.at("files").wrong("at least one file");
    }
    return new ImageOptions(
        files,
        new Labels(
            json.find("labels").map(ResponsesJson::path),
            json.find("column").map(JsonField::text),
            json.find("expression").map(ResponsesJson::expression),
            json.find("words").map(ResponsesJson::path)),
        new Brain(
            json.find("mask").map(ResponsesJson::path),
            json.find("parcels")
                .map(
                    atlas ->
                        new Parcels(path(atlas), json.at("parcelMode").oneOf(Parcels.Mode.class))),
            json.find("resample").isPresent()),
        json.at("scale").number(),
        json.find("centre").map(field -> field.oneOf(ImageOptions.Within.class)),
        json.at("zscore").oneOf(ImageOptions.Within.class),
        json.find("space").isPresent() ? Optional.of(space(json)) : Optional.empty());
  }

  private static String expression(JsonField json) {
    return json.checked("a regular expression", () -> Pattern.compile(json.text())).pattern();
  }

  /** A placement without a box says so. */
  private static Map<String, Object> placement(GridPlacement placement) {
    var json = new LinkedHashMap<String, Object>();
    json.put("affine", placement.affine().matrix());
    json.put("space", placement.space().label());
    json.put("xformCode", placement.space().xformCode());
    json.put("dims", placement.dims().orElse(null));
    return json;
  }

  /** The grid of a model, which has a box. */
  static Map<String, Object> grid(GridPlacement grid) {
    var json = new LinkedHashMap<String, Object>();
    json.put("dims", grid.dims().orElseThrow());
    json.put("affine", grid.affine().matrix());
    json.put("space", grid.space().label());
    json.put("xformCode", grid.space().xformCode());
    return json;
  }

  private static String absolute(Path file) {
    return FullPath.of(file).toString();
  }

  static FittedFile read(JsonField json) {
    return new FittedFile(
        path(json.at("file")),
        json.at("sha256").text(),
        new ReadOptions(
            json.at("dropNan").flag(),
            json.find("coordinates").map(ResponsesJson::path),
            json.find("placement").map(ResponsesJson::placement),
            json.find("encoding").map(ResponsesJson::encoding),
            json.find("images").map(ResponsesJson::images),
            Optional.empty()));
  }

  private static Charset encoding(JsonField json) {
    return json.checked("the name of an encoding", () -> Charset.forName(json.text()));
  }

  private static Path path(JsonField json) {
    try {
      return Path.of(json.text());
    } catch (InvalidPathException e) {
      throw json.wrong("the name of a file");
    }
  }

  private static GridPlacement placement(JsonField json) {
    return new GridPlacement(
        affine(json.at("affine")), space(json), json.find("dims").map(ResponsesJson::dims));
  }

  /** The grid of a model has a box, always. */
  static GridPlacement boxed(JsonField json) {
    return new GridPlacement(
        affine(json.at("affine")), space(json), Optional.of(dims(json.at("dims"))));
  }

  private static int[] dims(JsonField json) {
    int[] dims = json.list().stream().mapToInt(edge -> edge.whole(1, LONGEST_EDGE)).toArray();
    long box = Arrays.stream(dims).asLongStream().reduce(1, (a, b) -> a * b);
    if (dims.length != 3 || box > MOST_VOXELS) {
      throw json.wrong("three numbers of voxels, %,d in all at most,".formatted(MOST_VOXELS));
    }
    return dims;
  }

  /** A space with its code, beside other keys. */
  static Space space(JsonField json) {
    JsonField label = json.at("space");
    int code = json.at("xformCode").whole(0, Short.MAX_VALUE);
    return label.checked("a label of letters and digits", () -> new Space(label.text(), code));
  }

  private static Affine affine(JsonField json) {
    double[][] rows = json.list().stream().map(JsonField::numbers).toArray(double[][]::new);
    return json.checked("an affine, four rows of four numbers,", () -> Affine.of(rows));
  }
}
