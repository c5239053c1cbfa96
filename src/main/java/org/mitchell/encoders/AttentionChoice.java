package org.mitchell.encoders;

import java.util.Optional;
import java.util.OptionalInt;
import org.mitchell.evaluation.ranks.Softmax;

/**
 * Which attention is asked for.
 *
 * @param layer the last, or one from 1 (of vectors from 0)
 * @param head from 1; nothing for the mean of all
 * @param softmax of similarities, where these are asked for; nothing for the model's attention,
 *     where it has any
 */
public record AttentionChoice(LayerChoice layer, OptionalInt head, Optional<Softmax> softmax) {}
