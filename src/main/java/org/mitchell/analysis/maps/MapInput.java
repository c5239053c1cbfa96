package org.mitchell.analysis.maps;

import org.mitchell.evaluation.EvaluationOptions;
import org.mitchell.fmri.Responses;

/**
 * A fitted participant, as far as maps need it.
 *
 * @param responses to the words of the fit
 * @param features their unscaled features, words x features. Not copied
 * @param options how the model was fitted
 */
public record MapInput(Responses responses, double[][] features, EvaluationOptions options) {}
