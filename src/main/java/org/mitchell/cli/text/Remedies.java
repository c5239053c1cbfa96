package org.mitchell.cli.text;

import org.mitchell.files.InputException;
import org.mitchell.files.Remedy;

/** The options that help against a problem of an input. */
public final class Remedies {
  private Remedies() {}

  /** What was wrong, and the options that help where the library knows a remedy. */
  public static String message(InputException error) {
    return error
        .remedy()
        .map(remedy -> error.problem() + ". " + options(remedy))
        .orElseGet(error::getMessage);
  }

  public static String options(Remedy remedy) {
    return switch (remedy) {
      case NAME_THE_SPACE -> "Bring them into one space, or name it with --space when fitting";
      case OTHER_SCALE -> "Take --scale zscore or --scale none, or more features";
      case EUCLIDEAN_FEATURES -> "Take --feature-distance euclidean";
      case OTHER_NAME -> "Name it otherwise (NAME=FILE), or leave that out with --no-baselines";
      case SCALE_BY_THE_MEAN ->
          "Take --scale zscore, which compares with the mean of the words, or more features";
      case MAP_OF_R -> "--stat r needs none";
      case SEVERAL_PARTICIPANTS -> "Give several with --subject P1,P2, or leave --group out";
      case SHARED_WORDS -> "Fit all on the words they share: a --features table of these";
      case COORDINATES -> "Fit with --coords FILE";
      case COORDINATES_OF_RESPONSES -> "Give them with --coords FILE";
      case MESHES -> "Give the mesh of each hemisphere: --mesh LEFT.surf.gii,RIGHT.surf.gii";
      case PLACE_OF_BETAS ->
          "Give --mask FILE on the same grid, whose affine is then taken, or --affine";
      case NEAREST_VOXELS -> "--resample nearest looks masks and atlases up at the nearest voxel";
      case MASK -> "Give --mask FILE, an image with 1 inside the brain";
      case LABELS -> "Give --labels FILE, a table with a row an image";
      case DUPLICATES ->
          "Leave one of them out, or --duplicates first or mean takes the first or their mean";
      case OTHER_UNKNOWN_WORDS -> "Take --oov drop or mean";
      case DROP_NAN -> "--drop-nan leaves those voxels out";
      case LEAVE_WORDS_OUT -> "Without --require-all they are left out";
      case NO_INTERVAL -> "Give more words, or --subsamples 0 for no interval";
      case NO_INTERVAL_OF_CATEGORIES ->
          "Give more words of each category, or --subsamples 0 for no interval";
      case RESPONSES_ARE_ELSEWHERE -> "Say where they are with --data PATH";
      case RESPONSES_FOR_A_HELD_OUT_WORD ->
          "--hold-out takes them. Say where they are with --data PATH";
      case RESPONSES_FOR_A_MEAN ->
          "--subtract-mean takes them. Say where they are with --data PATH";
      case OTHER_RESPONSES -> "Fit again, or give the right file with --data";
      case ALL_VOXELS -> "Compare all: --voxels all";
      case OR_ALL_VOXELS -> "Check that it covers the brain, or compare --voxels all";
      case FEWER_VOXELS -> "Give fewer with --voxels N, or all";
      case FEATURES -> "Give some with --features FILE";
      case GIVEN_PENALTY -> "Give one with --ridge LAMBDA, without --combine banded or stacked";
      case OTHER_PARTICIPANTS -> "Give participants of one kind with --subject";
      case NOTHING_LEFT_OUT -> "--require-all makes that an error";
      case OTHER_CEILING ->
          "--ceiling participants compares with other participants instead; or leave --ceiling out";
      case OTHER_GRID -> "--affine says where another grid lies";
    };
  }
}
