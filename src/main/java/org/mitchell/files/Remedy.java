package org.mitchell.files;

/**
 * What helps against a problem of an input. The library says it in words that hold wherever it is
 * used; a command line names the options that do it. Words may hold what was named, as a format of
 * {@link String#format} does: an encoding, a participant.
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
  FEATURES("Give some features"),
  GIVEN_PENALTY("Give a penalty"),
  OTHER_PARTICIPANTS("Give participants of one kind"),
  NOTHING_LEFT_OUT("That can be made an error"),
  OTHER_CEILING("Compare with other participants instead, or ask for no ceiling"),
  OTHER_GRID("Say where another grid lies"),
  ANOTHER_AFFINE("another affine may be given"),
  GRID_OR_IMAGES("Give coordinates of a grid, or images"),
  GIVEN_BY_COORDINATES("a file of coordinates gives them"),
  COORDINATES_GIVE_IMAGES("Fit with a file of coordinates, which gives images"),
  CATEGORIES("Give a table of words and categories"),
  OTHER_CATEGORIES("Give other categories, or use leave-two-out"),
  OTHER_CATEGORIES_OR_FREE("Give other categories, or let all words exchange theirs"),
  GIVEN_BY_CATEGORIES("a table of words and categories gives them"),
  CHECK_RESPONSES("Check the responses, or compare all voxels"),
  COMMON_WORDS("The %s common words can be used"),
  TWO_SPACES("Fit with two or three feature spaces"),
  ONE_OF_THE_SPACES("Name one of these"),
  OTHER_FEATURES("a table of features gives others"),
  OTHER_COLUMNS("Other columns may be taken"),
  COUNT_FEATURES("Features of new words are counted in texts"),
  COUNT_FEATURES_OF_THE_WORD("Count its features in texts, and predict from these"),
  FEATURES_OF_A_LARGER_CORPUS("Count its features in a larger corpus"),
  FEATURES_IN_ALL_SPACES("In all its spaces, %s, the model takes a word's features"),
  FIT_FIRST("Fit participant %s first"),
  SHARES_OF_AN_ATLAS("Make them with an atlas of regions, of a fit of two or three feature spaces"),
  VOXEL_BY_VOXEL("Test every voxel alone"),
  OTHER_LEAST_NUMBER("Give another number"),
  NAMES_OF_BOTH("Give the names of both"),
  LATER_END("Give a later end of the scale"),
  OTHER_CUTS("Cut elsewhere"),
  ONE_VOLUME("Choose one by its number from 1%s"),
  OTHER_FOLDER("Choose another folder"),
  REMOVE_OR_OTHER_FOLDER("Remove it, or choose another folder"),
  OTHER_OUTPUT("Choose another name"),
  WAIT_OR_OTHER_PLACE("Wait until it has ended, or choose another place"),
  BEGIN_ANEW("Begin anew"),
  SAME_JOB_OR_ANEW("Give the same options and texts, or begin anew"),
  OTHER_PORT("Choose another, or any that is free"),
  LABEL("Give the participant's label"),
  FOLDER_OF_DATA("Give a folder of data"),
  OTHER_FOLDER_OF_DATA("Choose another folder of data"),
  MAKE_ROOM("Make room, or choose another folder of data"),
  SIMULATE("Other participants can be simulated"),
  DOWNLOAD_OR_SIMULATE("Download %s into %s, or simulate a participant"),
  CHECK_DATA_OR_SIMULATE("Check where the data are, or simulate a participant"),
  FETCH_AGAIN("Fetch it again"),
  TAKE_IT_NEVERTHELESS("it may be taken nevertheless"),
  OTHER_ADDRESS("Give another address"),
  OPEN_OR_OTHER_ADDRESS("Open the address in a browser, or give another"),
  LATER_OR_OTHER_ADDRESS("Try again later, or give another address"),
  AGAIN_OR_OTHER_ADDRESS("Try again, or give another address"),
  SKIP_DAMAGED("Mend the file, or pass over what is damaged"),
  LEAVE_ROWS_OUT("Mend the file, or leave such rows out"),
  TAKE_WHAT_THERE_IS("Download or save it again, or take what there is"),
  NO_ENCODING("Name no encoding"),
  NAME_THE_ENCODING("Save it as UTF-8, or name its encoding"),
  LIKELY_ENCODING("It looks like %1$s: read it so, or save it as UTF-8"),
  LEGACY_ENCODING("Name the encoding of the texts, such as %1$s"),
  WIDE_ENCODING("Say so, or convert it: iconv -f %1$s -t UTF-8 FILE > NEWFILE"),
  WORDS_IN_ANOTHER_ENCODING("another encoding reads them"),
  TEXT_FIELD("Name the one that holds the document"),
  TEXT_COLUMN("Name the one that holds the documents, or count the whole table as text"),
  AS_IT_STANDS("or count all of it as it stands"),
  VECTORS_ARE_FEATURES("They are features, and no text"),
  OTHER_FORMAT("Is this another format? Name it"),
  NO_TAGS("Count words without parts of speech"),
  NO_YEARS("Count all years"),
  FEWER_VECTORS("some words, or convert the first ones"),
  SMALLER_STEPS("Learn by smaller steps");

  private final String words;

  Remedy(String words) {
    this.words = words;
  }

  /**
   * A sentence without its full stop, or a part of one.
   *
   * @param named what its words hold
   */
  public String words(Object... named) {
    return words.formatted(named);
  }

  /** The words with a {@code %s} where something is named. */
  public String pattern() {
    return words;
  }
}
