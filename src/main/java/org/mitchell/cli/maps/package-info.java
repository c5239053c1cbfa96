/** {@code map} and {@code regions}: where in the brain models do well. */
package org.mitchell.cli.maps;
