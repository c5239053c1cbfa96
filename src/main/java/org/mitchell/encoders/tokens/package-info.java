/** Texts cut into the tokens of an encoder, as its tokenizer.json says. */
package org.mitchell.encoders.tokens;
