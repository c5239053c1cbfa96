package org.mitchell.cli.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mitchell.data.ParticipantFiles;
import org.mitchell.files.Remedy;
import org.mitchell.provenance.TypedCommand;

/**
 * The options that help against a problem of an input.
 *
 * <p>What the library says comes by many ways: as an error of reading or of writing, as a note, as
 * the damage of a piece of text within another sentence. So what helps is known again by its words.
 */
public final class Remedies {
  private static final String NOUNS = "--nouns";
  private static final String FILE = "FILE";

  /**
   * Words of remedies stand between other sentences, or in brackets. The longest are looked for
   * first: some end with the words of another.
   */
  private static final Map<Remedy, Pattern> WORDS = patterns();

  private Remedies() {}

  private static Map<Remedy, Pattern> patterns() {
    var patterns = new LinkedHashMap<Remedy, Pattern>();
    List<Remedy> longestFirst =
        Arrays.stream(Remedy.values())
            .sorted(Comparator.comparing(remedy -> -remedy.pattern().length()))
            .toList();
    for (Remedy remedy : longestFirst) {
      String words =
          Arrays.stream(remedy.pattern().split("%(1\\$)?s", -1))
              .map(Pattern::quote)
              .reduce((one, other) -> one + "(.*?)" + other)
              .orElseThrow();
      patterns.put(remedy, Pattern.compile("(?<![\\p{L}\\p{N}])" + words + "(?=$|[.;)\\n])"));
    }
    return patterns;
  }

  /** A text of the library, with the options that help in place of the words for it. */
  public static String inOptions(String text) {
    String said = text;
    for (Map.Entry<Remedy, Pattern> words : WORDS.entrySet()) {
      said =
          words
              .getValue()
              .matcher(said)
              .replaceAll(found -> Matcher.quoteReplacement(options(words.getKey(), named(found))));
    }
    return said;
  }

  private static List<String> named(MatchResult found) {
    var named = new ArrayList<String>();
    for (int group = 1; group <= found.groupCount(); group++) {
      named.add(found.group(group));
    }
    return named;
  }

  /** The options of a remedy that names nothing else. */
  public static String options(Remedy remedy) {
    return options(remedy, List.of());
  }

  /**
   * @param named what the remedy's words hold
   */
  private static String options(Remedy remedy, List<String> named) {
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
      case ANOTHER_AFFINE -> "--affine: another";
      case GRID_OR_IMAGES -> "Give coordinates of a grid (--coords), or images";
      case GIVEN_BY_COORDINATES -> "--coords FILE gives them";
      case COORDINATES_GIVE_IMAGES -> "Fit with --coords FILE, which gives images";
      case CATEGORIES -> "Give a table of word and category with --categories FILE";
      case OTHER_CATEGORIES -> "Give other categories with --categories FILE, or use leave-two-out";
      case OTHER_CATEGORIES_OR_FREE ->
          "Give other categories with --categories FILE, or let all words exchange theirs";
      case GIVEN_BY_CATEGORIES -> "--categories FILE gives them";
      case CHECK_RESPONSES -> "Check the responses, or compare all voxels (--voxels all)";
      case COMMON_WORDS ->
          "Without --require-all the %s common words are used".formatted(named.get(0));
      case TWO_SPACES -> "Fit with --features A=FILE,B=FILE";
      case ONE_OF_THE_SPACES -> "Name one of these with --of";
      case OTHER_FEATURES -> "--features FILE gives others";
      case OTHER_COLUMNS -> "--columns takes other columns";
      case COUNT_FEATURES -> "Features for new words: " + build(NOUNS, FILE);
      case COUNT_FEATURES_OF_THE_WORD ->
          "For its features: %s, then predict with --features new.tsv"
              .formatted(build(NOUNS, FILE, "--out", "new.tsv"));
      case FEATURES_OF_A_LARGER_CORPUS ->
          "Features from a larger corpus: " + build("--corpus", "PATH", NOUNS, FILE);
      case FEATURES_IN_ALL_SPACES ->
          "The model takes a word's features in all its spaces: predict with --features "
              + named.get(0).replace(", ", "=FILE,")
              + "=FILE";
      case FIT_FIRST -> "Fit it first: " + TypedCommand.mitchell("fit", "--subject", named.get(0));
      case SHARES_OF_AN_ATLAS ->
          "Make them with regions --atlas FILE, of a fit of two or three feature spaces";
      case VOXEL_BY_VOXEL -> "Take --stat fwer";
      case OTHER_LEAST_NUMBER -> "Give another --min-subjects";
      case NAMES_OF_BOTH -> "Give --atlas-names of both";
      case LATER_END -> "Give a later end of the scale with --vmax";
      case OTHER_CUTS -> "Give other places with --cuts";
      case ONE_VOLUME -> "Choose one with --volume, by its number from 1" + named.get(0);
      case OTHER_FOLDER -> "Choose another folder with --out";
      case REMOVE_OR_OTHER_FOLDER -> "Remove it, or choose another folder with --out";
      case OTHER_OUTPUT -> "Choose another name with --out";
      case WAIT_OR_OTHER_PLACE -> "Wait until it has ended, or choose another place with --out";
      case BEGIN_ANEW -> "Leave out --resume to begin anew";
      case SAME_JOB_OR_ANEW ->
          "Give the same options and texts, or leave out --resume to begin anew";
      case OTHER_PORT -> "Choose another with --port N, or leave it out for any that is free";
      case LABEL -> "Give the participant's label: --subject LABEL";
      case FOLDER_OF_DATA -> "Give a folder with --data";
      case OTHER_FOLDER_OF_DATA -> "Choose another folder with --data";
      case MAKE_ROOM -> "Make room, or choose another folder with --data";
      case SIMULATE -> "Other participants can be made with: " + simulate();
      case DOWNLOAD_OR_SIMULATE ->
          "Get it with: %s (or make a participant with: %s)"
              .formatted(download(named.get(0), Path.of(named.get(1))), simulate());
      case CHECK_DATA_OR_SIMULATE -> "Check --data, or make a participant with: " + simulate();
      case FETCH_AGAIN -> "Fetch it again with --force";
      case TAKE_IT_NEVERTHELESS -> "to take it nevertheless, use --force";
      case OTHER_ADDRESS -> "Give another address with --from URL";
      case OPEN_OR_OTHER_ADDRESS ->
          "Open the address in a browser, or give another with --from URL";
      case LATER_OR_OTHER_ADDRESS -> "Try again later, or give another address with --from URL";
      case AGAIN_OR_OTHER_ADDRESS -> "Try again, or give another address with --from URL";
      case SKIP_DAMAGED -> "Mend the file, or pass over what is damaged with --on-error skip";
      case LEAVE_ROWS_OUT -> "Mend the file, or leave such rows out with --on-error skip";
      case TAKE_WHAT_THERE_IS ->
          "Download or save it again, or take what there is with --on-error skip";
      case NO_ENCODING -> "Leave out --encoding";
      case NAME_THE_ENCODING -> "Save it as UTF-8, or name its encoding with --encoding";
      case LIKELY_ENCODING ->
          "It looks like %1$s: --encoding %1$s reads it so, or save it as UTF-8"
              .formatted(named.get(0));
      case LEGACY_ENCODING ->
          "Name the encoding of the texts: --encoding %s (--encoding UTF-8 counts them as damaged UTF-8)"
              .formatted(named.get(0));
      case WIDE_ENCODING ->
          "Say so with --encoding %1$s, or convert it: iconv -f %1$s -t UTF-8 FILE > NEWFILE"
              .formatted(named.get(0));
      case WORDS_IN_ANOTHER_ENCODING -> "--encoding NAME reads them in another encoding";
      case TEXT_FIELD -> "Name the one that holds the document with --text-field";
      case TEXT_COLUMN ->
          "Name the one that holds the documents with --text-field, or count the whole table as"
              + " text with --format text";
      case AS_IT_STANDS -> "or count all of it as it stands with --format text";
      case VECTORS_ARE_FEATURES -> "They are features: give them to --features";
      case OTHER_FORMAT -> "Is this another format? Name it with --format";
      case NO_TAGS -> "Leave out --tagged";
      case NO_YEARS -> "Leave out --years";
      case FEWER_VECTORS -> "some words, or convert the first ones with --restrict";
      case SMALLER_STEPS -> "Take a smaller --alpha";
    };
  }

  private static TypedCommand build(Object... words) {
    return TypedCommand.mitchell("features", "build").with(words);
  }

  private static TypedCommand simulate() {
    return TypedCommand.mitchell("simulate", "--subject", "sim1");
  }

  private static TypedCommand download(String label, Path folder) {
    return TypedCommand.mitchell("data", "get", label)
        .option("--data", folder, ParticipantFiles.DEFAULT_FOLDER);
  }
}
