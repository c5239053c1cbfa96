package org.mitchell.encoders;

import java.util.OptionalInt;
import org.mitchell.evaluation.ranks.Softmax;

/**
 * How vectors are made.
 *
 * @param layers of the model
 * @param pooling of tokens
 * @param softmax of {@link Pooling#ATTENTION}
 * @param most the most tokens of a text, those that the encoder adds among them; nothing for what
 *     the encoder says
 */
public record EncodingOptions(
    LayerChoice layers, Pooling pooling, Softmax softmax, OptionalInt most) {}
