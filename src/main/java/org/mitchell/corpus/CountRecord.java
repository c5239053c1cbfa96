package org.mitchell.corpus;

import java.util.List;
import org.mitchell.corpus.forms.NounForms;
import org.mitchell.corpus.forms.VerbForms;

/**
 * What made a table of counts; written beside it as JSON.
 *
 * @param version of the program that counted
 * @param counting what was counted and how
 * @param nounForms which forms of a noun counted
 * @param verbForms which forms of a verb counted
 * @param inputs what was read
 * @param seconds how long the counting took
 */
public record CountRecord(
    String version,
    Counting counting,
    NounForms nounForms,
    VerbForms verbForms,
    List<CountedInput> inputs,
    double seconds) {
  public CountRecord {
    inputs = List.copyOf(inputs);
  }
}
