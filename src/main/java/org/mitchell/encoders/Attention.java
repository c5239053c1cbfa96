package org.mitchell.encoders;

import java.util.List;
import java.util.OptionalInt;
import org.mitchell.encoders.tokens.Token;

/**
 * How much each token of a text looks at each other.
 *
 * @param tokens those that are read, with those that the encoder adds
 * @param weights tokens x tokens: row by row, what a token looks at; each row sums to 1
 * @param own whether it is the model's attention; else softmax of the cosines between its vectors
 * @param layer from 1, or of vectors from 0; nothing where the model does not say
 * @param heads how many the layer has; 0 of vectors
 * @param reading how the text was read
 */
public record Attention(
    List<Token> tokens,
    double[][] weights,
    boolean own,
    OptionalInt layer,
    int heads,
    Reading reading) {
  public Attention {
    tokens = List.copyOf(tokens);
  }
}
