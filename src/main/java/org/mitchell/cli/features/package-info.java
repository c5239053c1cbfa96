/** {@code features} and what is below it. */
package org.mitchell.cli.features;
