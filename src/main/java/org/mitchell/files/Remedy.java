package org.mitchell.files;

/**
 * What helps against a problem of an input. The library says it in words that hold wherever it is
 * used; a command line names the options that do it.
 */
public enum Remedy {
  NAME_THE_SPACE("Bring them into one space, or name it when fitting"),
  OTHER_SCALE("Take another scale of the features, or more features"),
  EUCLIDEAN_FEATURES("Take Euclidean distances of features"),
  OTHER_NAME("Name it otherwise, or leave the baselines out"),
  SCALE_BY_THE_MEAN(
      "Compare with the mean of the words, by z-scored features, or take more features"),
  MAP_OF_R("A map of r needs none"),
  SEVERAL_PARTICIPANTS("Give several, or map the one"),
  SHARED_WORDS("Fit all on the words that they share"),
  COORDINATES("Fit with a file of coordinates"),
  COORDINATES_OF_RESPONSES("Give a file of coordinates"),
  MESHES("Give the mesh of each hemisphere"),
  PLACE_OF_BETAS("Give a mask on the same grid, whose affine is then taken, or the affine"),
  NEAREST_VOXELS("Masks and atlases may be looked up at the nearest voxel"),
  MASK("Give a mask, with 1 inside the brain"),
  LABELS("Give a table of labels, a row an image"),
  DUPLICATES("Leave one of them out, or take the first or their mean"),
  OTHER_UNKNOWN_WORDS("Leave unknown words out, or give them the mean"),
  DROP_NAN("Those voxels can be left out"),
  LEAVE_WORDS_OUT("They may be left out"),
  NO_INTERVAL("Give more words, or ask for no interval"),
  NO_INTERVAL_OF_CATEGORIES("Give more words of each category, or ask for no interval"),
  RESPONSES_ARE_ELSEWHERE("Say where they are now"),
  RESPONSES_FOR_A_HELD_OUT_WORD("A model without a word takes them. Say where they are now"),
  RESPONSES_FOR_A_MEAN("The mean of the words' images takes them. Say where they are now"),
  OTHER_RESPONSES("Fit again, or give the right file"),
  ALL_VOXELS("Compare all"),
  OR_ALL_VOXELS("Check that it covers the brain, or compare all voxels"),
  FEWER_VOXELS("Compare fewer, or all"),
  FEATURES("Give some"),
  GIVEN_PENALTY("Give a penalty"),
  OTHER_PARTICIPANTS("Give participants of one kind"),
  NOTHING_LEFT_OUT("That can be made an error"),
  OTHER_CEILING("Compare with other participants instead, or ask for no ceiling"),
  OTHER_GRID("Say where another grid lies");

  private final String words;

  Remedy(String words) {
    this.words = words;
  }

  /** A sentence without its full stop. */
  public String words() {
    return words;
  }
}
