/** Options that several commands have, and what they stand for. */
package org.mitchell.cli.options;
