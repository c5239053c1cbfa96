/** What made a file: the program's version, the command, the inputs with their hashes, the parameters and the seed. */
package org.mitchell.provenance;
