/** The command line, one class a command: parse, call the library, print. No science here. */
package org.mitchell.cli;
