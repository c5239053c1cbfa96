/** {@code figure} and the pictures below it. */
package org.mitchell.cli.figures;
