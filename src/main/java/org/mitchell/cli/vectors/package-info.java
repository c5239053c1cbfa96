/** {@code mitchell vectors}: words as vectors. */
package org.mitchell.cli.vectors;
