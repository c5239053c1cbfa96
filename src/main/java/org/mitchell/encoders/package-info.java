/**
 * Vectors of words and sentences by encoders: neural networks in the form ONNX, each with its
 * tokenizer.
 */
package org.mitchell.encoders;
