/** {@code report} and {@code view}: what a browser shows. */
package org.mitchell.cli.pages;
