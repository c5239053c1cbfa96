package org.mitchell.cli.participants;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mitchell.cli.text.Decimals;
import org.mitchell.evaluation.ranks.Guess;
import org.mitchell.files.Json;
import org.mitchell.files.OutputSet;
import org.mitchell.study.IdentifiedImages;
import org.mitchell.study.IdentifiedImages.Image;
import org.mitchell.tables.TableWriter;
import org.mitchell.text.Counted;

/** What came of an identification, for people, for programs and as a table. */
record IdentifyReport(IdentifiedImages found) {

  /** Lines for people: the best candidates of every image. */
  List<String> lines(int top) {
    var lines = new ArrayList<String>();
    lines.add(
        "%s%s: %s by %s; %s over %s, temperature %s"
            .formatted(
                found.fit().subject(),
                found.fit().simulated() ? " (SIMULATED)" : "",
                Counted.of(found.candidates().size(), "candidate"),
                modelInWords(),
                found.metric().name().toLowerCase(Locale.ROOT),
                found.voxels() == found.fit().model().voxels()
                    ? "all %s".formatted(Counted.of(found.voxels(), "voxel"))
                    : "the " + found.fit().options().criterion().inWords(found.voxels()),
                Double.toString(found.request().softmax().temperature())));
    for (Image image : found.images()) {
      lines.add("");
      lines.add(image.file().toString());
      int compared = image.identified().comparedVoxels();
      if (compared < found.voxels()) {
        lines.add("  only %,d of the voxels have a value in this image".formatted(compared));
      }
      lines.addAll(table(image, top));
    }
    lines.add("");
    lines.addAll(notes());
    return lines;
  }

  private List<String> table(Image image, int top) {
    List<Guess> best = best(image, top);
    int width = best.stream().mapToInt(guess -> guess.word().length()).max().orElse(0) + 1;
    var lines = new ArrayList<String>();
    lines.add("  rank  %-" + Math.max(4, width) + "s  similarity  probability");
    lines.set(0, lines.get(0).formatted("word"));
    for (Guess guess : best) {
      lines.add(
          ("  %4d  %-" + Math.max(4, width) + "s  %10s  %11s")
              .formatted(
                  guess.place(),
                  guess.word() + (found.trainedOn(guess.word()) ? "*" : ""),
                  Decimals.decimal(guess.similarity()),
                  Decimals.decimal(guess.probability())));
    }
    return lines;
  }

  private List<String> notes() {
    var notes = new ArrayList<String>();
    notes.add(
        found.request().subtractMean()
            ? "The mean image of the model's words was taken off each image."
            : "Images are taken as deviations from the mean image of the model's words, as predict"
                + " writes them (--subtract-mean for others).");
    long trained = trainedCandidates();
    if (trained > 0) {
      notes.add(
          "* The model was trained on this word (%,d of the candidates): where the image is of it, the result is too good."
              .formatted(trained));
      notes.add("  --hold-out WORD uses the model trained without a word.");
    }
    return notes;
  }

  /** What {@code --json} prints. */
  Map<String, Object> json(int top, Optional<Path> table) {
    Map<String, Object> json = settings();
    json.put(
        "images",
        found.images().stream()
            .map(
                image -> {
                  var of = new LinkedHashMap<String, Object>();
                  of.put("image", image.file().toString());
                  of.put("comparedVoxels", image.identified().comparedVoxels());
                  of.put("candidates", guesses(image, top));
                  return of;
                })
            .toList());
    json.put("outputs", table.stream().map(Path::toString).toList());
    return json;
  }

  /**
   * Writes all candidates of all images, and beside the table what made it.
   *
   * @return the files
   */
  List<Path> write(Path table) throws IOException {
    OutputSet.Content rows = this::writeRows;
    var json = new LinkedHashMap<String, Object>();
    json.put(
        "Description",
        (found.fit().simulated() ? "SIMULATED. " : "")
            + "Candidates for what each image is of, the likeliest first");
    json.put("rank", "Place among the candidates of the image, from 1; those that tie share it");
    json.put("similarity", "Of the image with the candidate's predicted image");
    json.put("probability", "Softmax of the similarities over all candidates");
    json.put("trained", "Whether the model that predicted the word was trained on it");
    json.put("Settings", settings());
    json.put("Provenance", found.provenance().toMap());
    try (var outputs = new OutputSet()) {
      outputs.writeTable(table, rows, Json.text(json));
      return outputs.commit();
    }
  }

  private void writeRows(OutputStream stream) throws IOException {
    var csv = TableWriter.to(stream);
    csv.row("image", "rank", "word", "similarity", "probability", "trained");
    for (Image image : found.images()) {
      for (Guess guess : image.identified().guesses()) {
        csv.row(
            image.file().toString(),
            Integer.toString(guess.place()),
            guess.word(),
            Double.toString(guess.similarity()),
            Double.toString(guess.probability()),
            Boolean.toString(found.trainedOn(guess.word())));
      }
    }
    csv.flush();
  }

  private Map<String, Object> settings() {
    var settings = new LinkedHashMap<String, Object>();
    settings.put("subject", found.fit().subject());
    settings.put("study", found.fit().study());
    settings.put("simulated", found.fit().simulated());
    settings.put("heldOut", found.request().heldOut().orElse(null));
    settings.put("metric", found.metric().name().toLowerCase(Locale.ROOT));
    settings.put("temperature", found.request().softmax().temperature());
    settings.put("voxels", found.voxels());
    settings.put("meanSubtracted", found.request().subtractMean());
    settings.put(
        "candidatesFrom",
        found.request().candidates().map(Path::toString).orElse("the model's words"));
    settings.put("candidates", found.candidates().size());
    settings.put("trainedCandidates", trainedCandidates());
    settings.put("droppedCandidates", found.dropped());
    return settings;
  }

  private List<Map<String, Object>> guesses(Image image, int top) {
    return best(image, top).stream()
        .map(
            guess -> {
              var json = new LinkedHashMap<String, Object>();
              json.put("rank", guess.place());
              json.put("word", guess.word());
              json.put("similarity", guess.similarity());
              json.put("probability", guess.probability());
              json.put("trained", found.trainedOn(guess.word()));
              return (Map<String, Object>) json;
            })
        .toList();
  }

  private static List<Guess> best(Image image, int top) {
    List<Guess> guesses = image.identified().guesses();
    return guesses.subList(0, Math.min(top, guesses.size()));
  }

  private String modelInWords() {
    return found
        .request()
        .heldOut()
        .map(word -> "the model trained without '" + word + "'")
        .orElse(
            "the model of all %s"
                .formatted(Counted.of(found.fit().model().words().size(), "word")));
  }

  private long trainedCandidates() {
    return found.candidates().stream().filter(found::trainedOn).count();
  }
}
